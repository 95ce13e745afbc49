import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import {
  type BlockStore,
  openIndexedDbStore,
  type StoredBlock,
  type StoredName,
} from "../../../platform/store/block-store.ts";
import { isReady, type ReadyRow } from "../../../platform/store/build-row.ts";
import { createMemoryStore } from "../../../platform/store/memory-store.ts";
import { begun, unfinishedRow } from "../../fixtures/build-rows.ts";
import { feedState } from "../../fixtures/feed-states.ts";

/** Call before each test: the database is empty. */
export function emptyDatabase(): void {
  globalThis.indexedDB = new IDBFactory();
}

export function block(name: StoredName, ...bytes: number[]): StoredBlock {
  return { name, bytes: Uint8Array.from(bytes) };
}

/** Begins a build and completes it. */
export async function activate(store: BlockStore, ...rows: ReadyRow[]): Promise<void> {
  await store.change({ put: rows.map(begun) });
  await store.change({ put: rows });
}

/** Begins builds, each of another owner. */
export function begin(store: BlockStore, ...generations: string[]): Promise<void> {
  return store.change({
    put: generations.map((generation) =>
      unfinishedRow(generation, { owner: `owner of ${generation}` }),
    ),
  });
}

export function state(outlet: string, articles = 0): FeedState {
  return feedState({ outlet, articles });
}

/** Which generation a data set uses. */
export async function inUse(store: BlockStore, dataSet = "first"): Promise<string | undefined> {
  return (await store.rows()).filter(isReady).find(({ owner }) => owner === dataSet)?.generation;
}

/** Those of the generations of which the store still has `meta`. */
export async function kept(store: BlockStore, generations: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    generations.map(async (generation) => (await store.read(generation, "meta")) && generation),
  );
  return found.filter((generation) => generation !== undefined);
}

/** Both kinds of store, which behave alike. */
export const STORES = [
  { kind: "indexeddb", open: openIndexedDbStore },
  { kind: "memory", open: async () => createMemoryStore() },
] as const;
