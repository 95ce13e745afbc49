import { vi } from "vitest";
import browser from "webextension-polyfill";
import type { ServiceDeps } from "../../platform/background/service-deps.ts";
import { type BlockStore, openIndexedDbStore } from "../../platform/store/block-store.ts";
import type { SourceStore } from "../../platform/store/source-store.ts";
import { sampleOf } from "../sample.ts";

/** Whether the call at which the worker dies still has its effect, its answer lost. */
export type Death = "before" | "after";

/**
 * A worker's way to what it keeps, until it dies: from its nth call on nothing is written and
 * nothing answered. The stores under it are the real ones, or their stand-ins.
 */
export class Lifeline {
  calls = 0;
  readonly #dieAt: number;
  readonly #death: Death;

  constructor(dieAt = Number.POSITIVE_INFINITY, death: Death = "before") {
    this.#dieAt = dieAt;
    this.#death = death;
  }

  async while<T>(call: () => Promise<T>): Promise<T> {
    const number = this.calls++;
    if (number > this.#dieAt || (number === this.#dieAt && this.#death === "before"))
      throw new Error("killed");
    const answer = await call();
    if (number === this.#dieAt) throw new Error("killed");
    return answer;
  }

  /** Routes the worker's writes to `storage.local` over the line; returns a function that ends this. */
  holdStorage(): () => void {
    const { local } = browser.storage;
    const [set, remove] = [local.set.bind(local), local.remove.bind(local)];
    const spies = [
      vi.spyOn(local, "set").mockImplementation((items) => this.while(() => set(items))),
      vi.spyOn(local, "remove").mockImplementation((keys) => this.while(() => remove(keys))),
    ];
    return () => {
      for (const spy of spies) spy.mockRestore();
    };
  }

  /** The stores that the worker reaches over the line. */
  stores(sources: SourceStore): Pick<ServiceDeps, "openStore" | "sources"> {
    return {
      openStore: async (): Promise<BlockStore> => {
        const store = await openIndexedDbStore();
        return {
          kind: store.kind,
          rows: () => this.while(() => store.rows()),
          read: (generation, name) => this.while(() => store.read(generation, name)),
          readAll: (generation, names) => this.while(() => store.readAll(generation, names)),
          write: (generation, blocks) => this.while(() => store.write(generation, blocks)),
          names: (generation, prefix) => this.while(() => store.names(generation, prefix)),
          states: () => this.while(() => store.states()),
          change: (change) => this.while(() => store.change(change)),
          clear: () => this.while(() => store.clear()),
        };
      },
      sources: {
        open: (source) => this.while(() => sources.open(source)),
        releaseReserve: (source) => this.while(() => sources.releaseReserve(source)),
        remove: (source) => this.while(() => sources.remove(source)),
        names: () => this.while(() => sources.names()),
      },
    };
  }
}

/** Both kinds of kill at each of a number of calls; in a sample at each third call, the kinds in turn. */
export function deaths(calls: number): [death: Death, at: number][] {
  const numbers = Array.from({ length: calls }, (_, i) => i);
  const all = numbers.flatMap((at): [Death, number][] => [
    ["before", at],
    ["after", at],
  ]);
  return all.filter((_, i) => i % sampleOf(3, 1) === 0);
}
