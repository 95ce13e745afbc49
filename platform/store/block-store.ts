import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Block, BlockName } from "../../core/segment/format.ts";
import type { StoryBlock, StoryBlockName } from "../../core/story-index/format.ts";

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
  /**
   * Makes a complete generation the one in use, and takes out what the build kept of its work and
   * all blocks of other generations but those in use and those of `keep`, which are being built.
   */
  activate(record: SegmentRecord, keep: readonly string[]): Promise<void>;
  /** Takes out a data set's segment, if there is one, and all blocks as `activate` does. */
  remove(dataSet: string | null, keep: readonly string[]): Promise<void>;
  /** Takes everything out. */
  clear(): Promise<void>;
}

interface Schema extends DBSchema {
  blocks: { key: [generation: string, name: string]; value: Uint8Array<ArrayBuffer> };
  segments: { key: string; value: SegmentRecord };
}

const DATABASE = "second-source";
/** An open that another context blocks would stay pending for ever. */
const OPEN_TIMEOUT_MS = 5000;

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
    activate: (record, keep) =>
      orAnew(async () => {
        const transaction = (await database()).transaction(["blocks", "segments"], "readwrite");
        const change = async () => {
          await transaction.objectStore("segments").put(record);
          const records = await transaction.objectStore("segments").getAll();
          const blocks = transaction.objectStore("blocks");
          for (const range of gapsBetween(inUse(records, keep))) await blocks.delete(range);
          for (const range of workOf(record.generation)) await blocks.delete(range);
        };
        await completed(transaction, [change()]);
      }),
    remove: (dataSet, keep) =>
      orAnew(async () => {
        const transaction = (await database()).transaction(["blocks", "segments"], "readwrite");
        const change = async () => {
          if (dataSet !== null) await transaction.objectStore("segments").delete(dataSet);
          const records = await transaction.objectStore("segments").getAll();
          const blocks = transaction.objectStore("blocks");
          for (const range of gapsBetween(inUse(records, keep))) await blocks.delete(range);
        };
        await completed(transaction, [change()]);
      }),
    async clear() {
      const transaction = (await database()).transaction(["blocks", "segments"], "readwrite");
      await Promise.all([
        transaction.objectStore("blocks").clear(),
        transaction.objectStore("segments").clear(),
        transaction.done,
      ]);
    },
  };
}

/** Once the transaction is through; a request of it only says that it was aborted, not why. */
async function completed(
  transaction: { readonly error: DOMException | null; readonly done: Promise<void> },
  requests: readonly Promise<unknown>[],
): Promise<void> {
  try {
    await Promise.all([...requests, transaction.done]);
  } catch (error) {
    throw transaction.error ?? error;
  }
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
function workOf(generation: string): IDBKeyRange[] {
  return [
    IDBKeyRange.only([generation, "checkpoint"]),
    IDBKeyRange.bound([generation, "entries/"], [generation, "entries0"], false, true),
  ];
}

async function openDatabase(onLost: () => void): Promise<IDBPDatabase<Schema>> {
  const opening = openDB<Schema>(DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore("blocks");
      database.createObjectStore("segments", { keyPath: "dataSet" });
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new DOMException("the database did not open in time", "TimeoutError")),
    OPEN_TIMEOUT_MS,
  );
  try {
    return await Promise.race([opening, tooLate]);
  } catch (error) {
    void opening.then(
      (database) => database.close(),
      () => undefined,
    );
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** A store for browsers that refuse a database; it lives as long as the worker. */
export function createMemoryStore(): BlockStore {
  const generations = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>();
  const segments = new Map<string, SegmentRecord>();
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
    async activate(record, keep) {
      segments.set(record.dataSet, record);
      const blocks = generations.get(record.generation);
      for (const name of blocks?.keys() ?? [])
        if (/^(?:checkpoint$|entries\/)/.test(name)) blocks?.delete(name);
      sweep(keep);
    },
    async remove(dataSet, keep) {
      if (dataSet !== null) segments.delete(dataSet);
      sweep(keep);
    },
    async clear() {
      generations.clear();
      segments.clear();
    },
  };
}
