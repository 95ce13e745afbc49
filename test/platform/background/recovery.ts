import "fake-indexeddb/auto";
import { vi } from "vitest";
import { recoverAtStart } from "../../../platform/background/start-up.ts";
import { Machine } from "../workers.ts";

export let machine: Machine;
/** Locks that an open page holds. */
export const held: string[] = [];

/** Call before each test: nothing is stored, and no page holds a lock. */
export function startAfresh(): void {
  vi.restoreAllMocks();
  machine = new Machine();
  held.length = 0;
  // Stands in for the browser's locks, which Node lacks.
  const request = async (
    name: string,
    _options: { readonly signal: AbortSignal },
    run: () => Promise<unknown>,
  ) => {
    if (held.includes(name)) throw new DOMException("waited in vain", "TimeoutError");
    return run();
  };
  vi.stubGlobal("navigator", { locks: { request } });
}

/** Does what a worker does at its start, and waits for its jobs. */
export const recover = async (isPending = false, services = machine.start()) => {
  await recoverAtStart(services, async () => isPending);
  await services.jobs.idle();
  return services;
};
