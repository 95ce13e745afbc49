import type { FeedState } from "../../core/feeds/poll/feed-state.ts";
import type { BlockStore } from "./block-store.ts";
import type { BuildRow } from "./build-row.ts";
import { canFreeBlocks, readyIn, rowsAfter } from "./store-change.ts";

/** A store for browsers that refuse a database; it lives as long as the worker. */
export function createMemoryStore(): BlockStore {
  const generations = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>();
  const feeds = new Map<string, FeedState>();
  let rows: readonly BuildRow[] = [];
  const dropWork = (generation: string) => {
    const blocks = generations.get(generation);
    for (const name of blocks?.keys() ?? [])
      if (/^(?:checkpoint$|entries\/)/.test(name)) blocks?.delete(name);
  };
  return {
    kind: "memory",
    async rows() {
      return [...rows];
    },
    async read(generation, name) {
      return generations.get(generation)?.get(name);
    },
    async readAll(generation, names) {
      return names.map((name) => generations.get(generation)?.get(name));
    },
    async write(generation, blocks) {
      const names = generations.get(generation) ?? new Map<string, Uint8Array<ArrayBuffer>>();
      for (const { name, bytes } of blocks) names.set(name, bytes);
      generations.set(generation, names);
    },
    async names(generation, prefix) {
      const names = generations.get(generation)?.keys() ?? [];
      return [...names].filter((name) => name.startsWith(prefix));
    },
    async states() {
      return [...feeds.values()];
    },
    async change(change) {
      rows = rowsAfter(rows, change);
      for (const outlet of change.removeStates ?? []) feeds.delete(outlet);
      for (const state of change.states ?? []) feeds.set(state.outlet, state);
      if (!canFreeBlocks(change)) return;
      for (const generation of readyIn(change)) dropWork(generation);
      for (const generation of generations.keys())
        if (rows.every((row) => row.generation !== generation)) generations.delete(generation);
    },
    async clear() {
      feeds.clear();
      generations.clear();
      rows = [];
    },
  };
}
