import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import type { BlockStore } from "../../../platform/store/block-store.ts";
import type { BuildPlan } from "../../../platform/store/build-row.ts";
import { Ledger } from "../../../platform/store/ledger.ts";
import { MemorySources } from "../../fixtures/source-stores.ts";
import { Lifeline } from "../lifeline.ts";
import { rowsInDatabase } from "../workers.ts";

export const PLAN: BuildPlan = {
  owner: "mine",
  part: "segment",
  source: "s1",
  isImport: true,
};
export const FACTS = { builtAt: 1, bytes: 1, records: 1 };
export const META = { name: "meta", bytes: Uint8Array.of(1) } as const;

let generations = 0;

/** Call before each test: the database is empty. */
export function emptyDatabase(): void {
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
  generations = 0;
}

export function ledgerOf(worker: string, life = new Lifeline()): Ledger {
  let store: Promise<BlockStore> | null = null;
  const openStore = () => {
    store ??= life.stores(new MemorySources()).openStore();
    return store;
  };
  return new Ledger({ openStore, worker, newGeneration: () => `generation ${++generations}` });
}

/** A worker that builds an index of a plan, and is gone. */
export async function built(ledger: Ledger, plan = PLAN): Promise<void> {
  const build = await ledger.begin(plan);
  await build.write([{ name: "checkpoint", bytes: Uint8Array.of(1) }]);
  await build.add(META);
  await build.flush();
  await build.commit(FACTS);
}

export const statesInDatabase = async () =>
  (await rowsInDatabase()).map(({ generation, state }) => `${generation} ${state}`).sort();
