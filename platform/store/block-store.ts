import type { IDBPDatabase, IDBPTransaction } from "idb";
import type { FeedState } from "../../core/feeds/poll/feed-state.ts";
import type { Block, BlockName } from "../../core/segment/format.ts";
import type { StoryBlock, StoryBlockName } from "../../core/story-index/format.ts";
import type { BuildRow } from "./build-row.ts";
import { ALL, completed, openDatabase } from "./database.ts";
import type { Schema } from "./migrations.ts";
import { canFreeBlocks, readyIn, rowsAfter, type StoreChange } from "./store-change.ts";

/** What a build keeps of its work until it is done. */
type WorkName = "checkpoint" | `entries/${number}`;
export type StoredName = BlockName | StoryBlockName | WorkName;
export interface StoredBlock {
  readonly name: StoredName;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where the blocks of segments are kept. */
export interface BlockStore {
  readonly kind: "indexeddb" | "memory";
  /** All that is built, being built or failed. */
  rows(): Promise<BuildRow[]>;
  read(generation: string, name: StoredName): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Blocks in the order of their names, in one transaction: half the time of as many reads. */
  readAll(
    generation: string,
    names: readonly StoredName[],
  ): Promise<(Uint8Array<ArrayBuffer> | undefined)[]>;
  /** All of them or none. */
  write(generation: string, blocks: readonly (Block | StoryBlock | StoredBlock)[]): Promise<void>;
  /** Names of the blocks of a generation that begin with `prefix`, in no order. */
  names(generation: string, prefix: string): Promise<string[]>;
  /** What is remembered of the outlets' feeds. */
  states(): Promise<FeedState[]>;
  /**
   * Makes changes, all of them or none. Builds that become ready lose what they kept of their work, and all
   * blocks go that no row names.
   *
   * @throws DiscardedBuildError, QuotaExceededError
   */
  change(change: StoreChange): Promise<void>;
  /** Deletes everything. */
  clear(): Promise<void>;
}

/**
 * The store in IndexedDB.
 *
 * The handle is dropped when the browser closes it, when another context wants to upgrade or delete
 * the database, or when a write found the disk full, and opened again by the next call.
 *
 * @throws DOMException when the browser refuses a database (Firefox without history), or on a time-out
 */
export async function openIndexedDbStore(): Promise<BlockStore> {
  let handle: Promise<IDBPDatabase<Schema>> | null = null;
  const database = (): Promise<IDBPDatabase<Schema>> => {
    handle ??= openDatabase(() => {
      handle = null;
      kept = new WeakSet();
    });
    handle.catch(() => {
      handle = null;
    });
    return handle;
  };
  /** Chromium's handle answers nothing any more once a write has failed for want of space. */
  const orAnew = async <Value>(change: () => Promise<Value>): Promise<Value> => {
    const used = handle;
    try {
      return await change();
    } catch (error) {
      void used?.then((old) => old.close()).catch(() => undefined);
      if (handle === used) handle = null;
      throw error;
    }
  };
  /** Items as they were read or written: the same ones need not be written again. */
  let kept = new WeakSet<FeedState["known"]>();
  await database();
  return {
    kind: "indexeddb",
    async rows() {
      return (await database()).getAll("builds");
    },
    async read(generation, name) {
      return (await database()).get("blocks", [generation, name]);
    },
    async readAll(generation, names) {
      const { store } = (await database()).transaction("blocks");
      return Promise.all(names.map((name) => store.get([generation, name])));
    },
    write: (generation, blocks) =>
      orAnew(async () => {
        const transaction = (await database()).transaction("blocks", "readwrite");
        const puts = blocks.map(({ name, bytes }) =>
          transaction.store.put(bytes, [generation, name]),
        );
        await completed(transaction, puts);
      }),
    async names(generation, prefix) {
      const range = IDBKeyRange.bound([generation, prefix], [generation, `${prefix}\uffff`]);
      return (await (await database()).getAllKeys("blocks", range)).map(([, name]) => name);
    },
    async states() {
      const transaction = (await database()).transaction(["feeds", "items"]);
      const items = transaction.objectStore("items");
      const feeds = await transaction.objectStore("feeds").getAll();
      const known = await Promise.all(feeds.map(({ outlet }) => items.get(outlet)));
      return feeds.map((feed, i) => {
        const state = { ...feed, known: known[i] ?? [] };
        kept.add(state.known);
        return state;
      });
    },
    change: (change) =>
      orAnew(async () => {
        const transaction = (await database()).transaction(ALL, "readwrite");
        const { states = [] } = change;
        const fresh = states.filter(({ known }) => !kept.has(known));
        const items = transaction.objectStore("items");
        const puts = fresh.map(({ outlet, known }) => items.put(known, outlet));
        await completed(transaction, [...puts, changeIn(transaction, change)]);
        for (const { known } of fresh) kept.add(known);
      }),
    async clear() {
      kept = new WeakSet();
      const transaction = (await database()).transaction(ALL, "readwrite");
      await Promise.all([
        ...ALL.map((name) => transaction.objectStore(name).clear()),
        transaction.done,
      ]);
    },
  };
}

async function changeIn(
  transaction: IDBPTransaction<Schema, typeof ALL, "readwrite">,
  change: StoreChange,
): Promise<void> {
  const { states = [], removeStates = [] } = change;
  const feeds = transaction.objectStore("feeds");
  for (const outlet of removeStates) {
    await feeds.delete(outlet);
    await transaction.objectStore("items").delete(outlet);
  }
  for (const { known: _, ...state } of states) await feeds.put(state);
  if (change.put === undefined && change.revise === undefined) return;
  const [builds, blocks] = [transaction.objectStore("builds"), transaction.objectStore("blocks")];
  const before = await builds.getAll();
  const after = rowsOrAbort(transaction, before, change);
  const kept = new Set(after.map(({ generation }) => generation));
  for (const { generation } of before) if (!kept.has(generation)) await builds.delete(generation);
  for (const row of after) if (!before.includes(row)) await builds.put(row);
  if (!canFreeBlocks(change)) return;
  for (const range of gapsBetween([...kept])) await blocks.delete(range);
  for (const range of readyIn(change).flatMap(workOf)) await blocks.delete(range);
}

/** `rowsAfter`; if that throws, the whole transaction is rolled back. */
function rowsOrAbort(
  transaction: { abort(): void },
  before: readonly BuildRow[],
  change: StoreChange,
): BuildRow[] {
  try {
    return rowsAfter(before, change);
  } catch (error) {
    transaction.abort();
    throw error;
  }
}

/** Key ranges of all blocks that belong to none of these generations. */
function gapsBetween(generations: readonly string[]): IDBKeyRange[] {
  const sorted = [...generations].sort();
  // An array sorts after every string in IndexedDB, so [generation, []] ends a generation's keys.
  const starts = [[""], ...sorted.map((generation) => [generation, []])];
  const ends = [...sorted.map((generation) => [generation]), [[]]];
  return starts.map((start, i) => IDBKeyRange.bound(start, ends[i], true, true));
}

/** Key ranges of what a build kept of its work. */
function workOf(generation: string): IDBKeyRange[] {
  return [
    IDBKeyRange.only([generation, "checkpoint"]),
    IDBKeyRange.bound([generation, "entries/"], [generation, "entries0"], false, true),
  ];
}
