import type { DataSetStatus } from "../../core/protocol/data-set-status.ts";
import type { Status } from "../../core/protocol/responses.ts";
import { createHandlers } from "../../platform/background/handlers.ts";
import { createOpenViews } from "../../platform/background/open-views.ts";
import type { Services } from "../../platform/background/services.ts";
import type { Handlers } from "../../platform/messages/message-server.ts";
import { readDataSets } from "../../platform/storage/data-sets.ts";

import { installPorts } from "./fake-ports.ts";

const SENDER = { tab: undefined, url: "" };
export const TEXTS = { name: "Mine", description: "What I read", licence: "", source: "" };

/** A worker's answers while no view is open. */
export function handlersOf(services: Services): Handlers {
  installPorts();
  return createHandlers(services, createOpenViews(services));
}

/** The requests of the options page to a worker, as short functions. */
export function requestsTo(services: Services) {
  const handlers = handlersOf(services);
  return {
    status: (): Promise<Status> => handlers.status({ type: "status" }, SENDER),
    rename: (id: string, name: string) =>
      handlers["dataSet.rename"]({ type: "dataSet.rename", id, name }, SENDER),
    enable: (id: string, on: boolean) =>
      handlers["dataSet.enable"]({ type: "dataSet.enable", id, on }, SENDER),
    delete: (id: string) => handlers["dataSet.delete"]({ type: "dataSet.delete", id }, SENDER),
    restore: (id: string) => handlers["dataSet.restore"]({ type: "dataSet.restore", id }, SENDER),
    access: (id: string, access: DataSetStatus["access"]) =>
      handlers["dataSet.access"]({ type: "dataSet.access", id, access }, SENDER),
    rebuild: (id: string) => handlers["index.rebuild"]({ type: "index.rebuild", id }, SENDER),
    reset: () => handlers.reset({ type: "reset" }, SENDER),
    discard: () => handlers["import.discard"]({ type: "import.discard" }, SENDER),
    resume: () => handlers["import.resume"]({ type: "import.resume" }, SENDER),
    sweep: () => handlers["sources.sweep"]({ type: "sources.sweep" }, SENDER),
    /** Confirms an import of staged records. */
    confirm(staged: string, fields: { readonly name?: string; readonly replaces?: string } = {}) {
      const request = { ...TEXTS, access: "sites", replaces: null, ...fields } as const;
      return handlers["import.start"]({ type: "import.start", staged, ...request }, SENDER);
    },
    /** Confirms an import, waits for its end, and gives the id of the data set. */
    async importAs(staged: string, fields: { name?: string; replaces?: string } = {}) {
      await this.confirm(staged, fields);
      await services.jobs.idle();
      const isOf = ({ source }: { readonly source: string }) => source === staged;
      return (await readDataSets()).find(({ editions }) => editions.some(isOf))?.id ?? "none";
    },
  };
}
