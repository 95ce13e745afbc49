import type { DataSetInfo } from "../../core/data-set/data-set.ts";
import { freeDataSetName } from "../../core/data-set/data-set-name.ts";
import type { Status } from "../../core/protocol/responses.ts";
import type { Handlers } from "../messages/message-server.ts";
import type { Edition } from "../storage/data-set-entry.ts";
import { changeDataSet, readDataSets } from "../storage/data-sets.ts";
import { canBeRestored } from "../storage/removable.ts";
import { dataSetsItem } from "../storage/stored-items.ts";
import { readDirectory } from "../store/source-directory.ts";
import { listedDataSets, listedOrRemoved, refuseTakenName } from "./listed-data-sets.ts";
import { schedulePurge } from "./purge-removed.ts";
import { readStatus } from "./read-status.ts";
import type { Services } from "./services.ts";
import { sweep } from "./start-up.ts";

type ImportRequests =
  | "index.rebuild"
  | `import.${"start" | "resume" | "discard"}`
  | "sources.sweep";

/** What the background does for requests about indexing a data set. */
export function createImportHandlers(services: Services): Pick<Handlers, ImportRequests> {
  const { ledger, jobs, stories, sources } = services;
  const status = () => readStatus(services);
  return {
    "index.rebuild": async ({ id }) => {
      await jobs.rebuild(id);
      stories.retry(id);
      return status();
    },
    "import.start": async ({ staged, access, replaces, ...texts }) => {
      const [directory, added, store] = await Promise.all([
        readDirectory(sources, staged),
        listedDataSets(ledger),
        ledger.store(),
      ]);
      if (directory === null || store.kind === "memory")
        throw new TypeError("nothing staged, or no place to keep it");
      refuseTakenName(added, texts.name, replaces);
      if (replaces !== null && added.every(({ entry }) => entry.id !== replaces))
        throw new TypeError("no data set to replace");
      const id = replaces ?? crypto.randomUUID();
      const info: DataSetInfo = { ...directory.info, ...texts, id };
      await jobs.import({ info, access, source: staged });
      return status();
    },
    "import.resume": async () => {
      await jobs.resume();
      return status();
    },
    "import.discard": async () => {
      await jobs.discard();
      return status();
    },
    "sources.sweep": async () => {
      await sweep(services);
      return null;
    },
  };
}

type DataSetRequests = `dataSet.${"enable" | "rename" | "delete" | "restore" | "access"}`;

/** What the background does for requests that change a data set of the list. */
export function createDataSetHandlers(services: Services): Pick<Handlers, DataSetRequests> {
  const { ledger, bundled, jobs, stories, dataChanged } = services;
  const changed = async (): Promise<Status> => {
    await dataChanged.emit("user");
    return readStatus(services);
  };
  const changeShown = async (id: string, change: (edition: Edition) => Edition): Promise<void> => {
    const shown = (await listedOrRemoved(ledger)).find(({ entry }) => entry.id === id)?.shown;
    await changeDataSet(id, (entry) => ({
      ...entry,
      editions: entry.editions.map((one) => (one.source === shown?.source ? change(one) : one)),
    }));
  };

  return {
    "dataSet.enable": async ({ id, on }) => {
      const isOwn = (await readDataSets()).some((dataSet) => dataSet.id === id);
      if (isOwn) await changeDataSet(id, (dataSet) => ({ ...dataSet, isEnabled: on }));
      else if ((await bundled.open()).segment.meta.dataSet.id === id)
        await dataSetsItem.change((list) => ({ ...list, isBundledEnabled: on }));
      return changed();
    },
    "dataSet.rename": async ({ id, name }) => {
      refuseTakenName(await listedDataSets(ledger), name, id);
      await changeShown(id, (edition) => ({ ...edition, info: { ...edition.info, name } }));
      return changed();
    },
    "dataSet.delete": async ({ id }) => {
      const removedAt = Date.now();
      await jobs.stopFor(id, () => changeDataSet(id, (dataSet) => ({ ...dataSet, removedAt })));
      await stories.cancel(id);
      await schedulePurge();
      return changed();
    },
    "dataSet.restore": async ({ id }) => {
      const [taken, now] = [
        (await listedDataSets(ledger)).map(({ shown }) => shown.info.name),
        Date.now(),
      ];
      const removed = (await readDataSets()).find((dataSet) => dataSet.id === id);
      if (removed !== undefined && canBeRestored(removed, now)) {
        // Another data set may have taken its name meanwhile.
        await changeShown(id, (edition) => {
          const name = freeDataSetName(edition.info.name, taken);
          return { ...edition, info: { ...edition.info, name } };
        });
        await changeDataSet(id, (dataSet) => ({ ...dataSet, removedAt: null }));
      }
      await jobs.schedule();
      stories.schedule();
      return changed();
    },
    "dataSet.access": async ({ id, access }) => {
      await changeShown(id, (edition) => ({ ...edition, access }));
      return changed();
    },
  };
}
