import type { IDBPDatabase, IDBPTransaction } from "idb";
import type { ArticlesPerDay } from "../../core/feeds/live/articles-per-day.ts";
import type { FeedState } from "../../core/feeds/poll/feed-state.ts";
import type { Block, BlockName } from "../../core/segment/format.ts";
import type { StoryBlock, StoryBlockName } from "../../core/story-index/format.ts";
import { ALL, completed, openDatabase, type Schema } from "./database.ts";

/**
 * Which generation of a data set's segment, or of its story index, is in use. Written last, so it
 * is all or nothing.
 */
export interface SegmentRecord {
  readonly dataSet: string;
  readonly generation: string;
  /**
   * Name of the kept source that the records are read from; `null` when they are blocks too. Of a
   * story index, `recordsOf` the segment.
   */
  readonly source: string | null;
  readonly format: number;
  /** ms since 1970. */
  readonly builtAt: number;
  /** Bytes of the blocks, and records that went into them. */
  readonly bytes: number;
  readonly records: number;
  /** Of a segment of live articles: those of its articles that no newer segment has, by day. */
  readonly days?: ArticlesPerDay;
}

/** Changes that are made all at once. */
export interface StoreChange {
  /** Generations that come into use, each complete. */
  readonly put?: readonly SegmentRecord[];
  /** Segments and story indexes that go, by the names that the store has them under. */
  readonly remove?: readonly string[];
  readonly states?: readonly FeedState[];
  /** States that go, by the ids of the outlets. */
  readonly removeStates?: readonly string[];
}

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
  segments(): Promise<SegmentRecord[]>;
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
   * Makes changes, all of them or none. Generations that come into use lose what their build kept of its
   * work, and all blocks go but those of generations in use and of `keep`, which are being built.
   *
   * @param keep `null`: nothing is taken out, as only states change
   */
  change(change: StoreChange, keep: readonly string[] | null): Promise<void>;
  /** Makes a complete generation the one in use: a `change`. */
  activate(record: SegmentRecord, keep: readonly string[]): Promise<void>;
  /** Takes out a data set's segment, if there is one: a `change`. */
  remove(dataSet: string | null, keep: readonly string[]): Promise<void>;
  /** Takes everything out. */
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
    async segments() {
      return (await database()).getAll("segments");
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
    ...shortForms((change, keep) =>
      orAnew(async () => {
        const transaction = (await database()).transaction(ALL, "readwrite");
        const { states = [] } = change;
        const fresh = states.filter(({ known }) => !kept.has(known));
        const items = transaction.objectStore("items");
        const puts = fresh.map(({ outlet, known }) => items.put(known, outlet));
        await completed(transaction, [...puts, changeIn(transaction, change, keep)]);
        for (const { known } of fresh) kept.add(known);
      }),
    ),
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

/** The ways to change a store, out of the one that does all. */
function shortForms(
  change: BlockStore["change"],
): Pick<BlockStore, "change" | "activate" | "remove"> {
  return {
    change,
    activate: (record, keep) => change({ put: [record] }, keep),
    remove: (dataSet, keep) => change({ remove: dataSet === null ? [] : [dataSet] }, keep),
  };
}

async function changeIn(
  transaction: IDBPTransaction<Schema, typeof ALL, "readwrite">,
  { put = [], remove = [], states = [], removeStates = [] }: StoreChange,
  keep: readonly string[] | null,
): Promise<void> {
  const [segments, feeds] = [transaction.objectStore("segments"), transaction.objectStore("feeds")];
  const blocks = transaction.objectStore("blocks");
  for (const outlet of removeStates) {
    await feeds.delete(outlet);
    await transaction.objectStore("items").delete(outlet);
  }
  for (const { known: _, ...state } of states) await feeds.put(state);
  for (const name of remove) await segments.delete(name);
  for (const record of put) await segments.put(record);
  if (keep === null) return;
  const records = await segments.getAll();
  for (const range of gapsBetween(inUse(records, keep))) await blocks.delete(range);
  for (const range of put.flatMap(workOf)) await blocks.delete(range);
}

function inUse(records: readonly SegmentRecord[], keep: readonly string[]): string[] {
  return [...new Set([...records.map(({ generation }) => generation), ...keep])];
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
function workOf({ generation }: SegmentRecord): IDBKeyRange[] {
  return [
    IDBKeyRange.only([generation, "checkpoint"]),
    IDBKeyRange.bound([generation, "entries/"], [generation, "entries0"], false, true),
  ];
}

/** A store for browsers that refuse a database; it lives as long as the worker. */
export function createMemoryStore(): BlockStore {
  const generations = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>();
  const segments = new Map<string, SegmentRecord>();
  const feeds = new Map<string, FeedState>();
  const dropWork = (generation: string) => {
    const blocks = generations.get(generation);
    for (const name of blocks?.keys() ?? [])
      if (/^(?:checkpoint$|entries\/)/.test(name)) blocks?.delete(name);
  };
  const sweep = (keep: readonly string[]) => {
    const used = new Set(inUse([...segments.values()], keep));
    for (const generation of generations.keys())
      if (!used.has(generation)) generations.delete(generation);
  };
  return {
    kind: "memory",
    async segments() {
      return [...segments.values()];
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
    ...shortForms(async ({ put = [], remove = [], states = [], removeStates = [] }, keep) => {
      for (const outlet of removeStates) feeds.delete(outlet);
      for (const state of states) feeds.set(state.outlet, state);
      for (const name of remove) segments.delete(name);
      for (const record of put) segments.set(record.dataSet, record);
      if (keep === null) return;
      for (const { generation } of put) dropWork(generation);
      sweep(keep);
    }),
    async clear() {
      feeds.clear();
      generations.clear();
      segments.clear();
    },
  };
}
