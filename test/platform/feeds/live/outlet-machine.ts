import { afterEach, beforeEach, vi } from "vitest";
import type { LiveStatus } from "../../../../core/protocol/live-status.ts";
import type { ServiceDeps } from "../../../../platform/background/service-deps.ts";
import type { Services } from "../../../../platform/background/services.ts";
import type { Handlers } from "../../../../platform/messages/message-server.ts";
import { feedOf, outletEntry } from "../../../fixtures/outlets.ts";
import { item } from "../../../fixtures/served-feeds.ts";
import { handlersOf } from "../../requests.ts";
import { Machine, NOW } from "../../workers.ts";

/** A page of the extension. */
export const SENDER = { tab: undefined, url: "" };
/** The article that the first outlet's feed has. */
export const FERRY = "https://outlet-1.example/ferry";

export let machine: Machine;
export let services: Services;
export let handlers: Handlers;

/** Starts a worker, as a browser does. */
export function start(changes: Partial<ServiceDeps> = {}): void {
  services = machine.start(changes);
  services.live.start();
  handlers = handlersOf(services);
}

/** Before each test of a file: two outlets' feeds that are served, and a worker that has just been started. */
export function useOutlets(): void {
  beforeEach(() => {
    vi.restoreAllMocks();
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: NOW });
    vi.stubGlobal("navigator", { onLine: true });
    machine = new Machine();
    machine.feeds.serve(feedOf(1), item("outlet-1.example/ferry", "Ferry"));
    machine.feeds.serve(feedOf(2), item("outlet-2.example/bridge", "Bridge"));
    start();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

export const add = (...numbers: number[]) =>
  handlers["outlets.add"](
    { type: "outlets.add", outlets: numbers.map((n) => outletEntry(n)) },
    SENDER,
  );
export const status = () => handlers["outlets.status"]({ type: "outlets.status" }, SENDER);
export const change = (id: string, changes: Parameters<Handlers["outlets.change"]>[0]["change"]) =>
  handlers["outlets.change"]({ type: "outlets.change", id, change: changes }, SENDER);
export const remove = (...ids: string[]) =>
  handlers["outlets.remove"]({ type: "outlets.remove", ids }, SENDER);
export const restore = (...ids: string[]) =>
  handlers["outlets.restore"]({ type: "outlets.restore", ids }, SENDER);
export const listed = ({ outlets }: LiveStatus) =>
  outlets.map(({ name, removedAt }) => (removedAt === null ? name : `${name}, removed`));

/** Picks outlets, and waits for their first articles. */
export async function picked(...numbers: number[]): Promise<string[]> {
  await add(...numbers);
  await services.poller.idle();
  return (await status()).outlets.map(({ id }) => id);
}
