import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Block } from "../core/segment/build-segment.ts";
import type { BlockName } from "../core/segment/format.ts";

/** Which generation of a data set's segment is in use. Written last, so it is all or nothing. */
export interface SegmentRecord {
  readonly dataSet: string;
  readonly generation: string;
  readonly format: number;
  /** ms since 1970. */
  readonly builtAt: number;
}

/** Where the blocks of segments are kept. */
export interface BlockStore {
  readonly kind: "indexeddb" | "memory";
  segment(dataSet: string): Promise<SegmentRecord | undefined>;
  read(generation: string, name: BlockName): Promise<Uint8Array | undefined>;
  /** All of them or none. */
  write(generation: string, blocks: readonly Block[]): Promise<void>;
  /** Makes a complete generation the one in use, and takes out all blocks of others. */
  activate(record: SegmentRecord): Promise<void>;
  /** Takes everything out. */
  clear(): Promise<void>;
}

interface Schema extends DBSchema {
  blocks: { key: [generation: string, name: string]; value: Uint8Array };
  segments: { key: string; value: SegmentRecord };
}

const DATABASE = "second-source";
/** An open that another context blocks would stay pending for ever. */
const OPEN_TIMEOUT_MS = 5000;

/**
 * The store in IndexedDB.
 *
 * The handle is dropped when the browser closes it or another context wants to upgrade or delete
 * the database, and opened again by the next call.
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
  await database();
  return {
    kind: "indexeddb",
    async segment(dataSet) {
      return (await database()).get("segments", dataSet);
    },
    async read(generation, name) {
      return (await database()).get("blocks", [generation, name]);
    },
    async write(generation, blocks) {
      const transaction = (await database()).transaction("blocks", "readwrite");
      const puts = blocks.map(({ name, bytes }) =>
        transaction.store.put(bytes, [generation, name]),
      );
      await Promise.all([...puts, transaction.done]);
    },
    async activate(record) {
      const transaction = (await database()).transaction(["blocks", "segments"], "readwrite");
      const change = async () => {
        await transaction.objectStore("segments").put(record);
        const inUse = (await transaction.objectStore("segments").getAll()).map((r) => r.generation);
        const blocks = transaction.objectStore("blocks");
        for (const range of gapsBetween(inUse)) await blocks.delete(range);
      };
      await Promise.all([change(), transaction.done]);
    },
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

/** Key ranges of all blocks that belong to none of these generations. */
function gapsBetween(generations: readonly string[]): IDBKeyRange[] {
  const sorted = [...generations].sort();
  // An array sorts after every string in IndexedDB, so [generation, []] ends a generation's keys.
  const starts = [[""], ...sorted.map((generation) => [generation, []])];
  const ends = [...sorted.map((generation) => [generation]), [[]]];
  return starts.map((start, i) => IDBKeyRange.bound(start, ends[i], true, true));
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
  const generations = new Map<string, Map<string, Uint8Array>>();
  const segments = new Map<string, SegmentRecord>();
  return {
    kind: "memory",
    async segment(dataSet) {
      return segments.get(dataSet);
    },
    async read(generation, name) {
      return generations.get(generation)?.get(name);
    },
    async write(generation, blocks) {
      const names = generations.get(generation) ?? new Map<string, Uint8Array>();
      for (const { name, bytes } of blocks) names.set(name, bytes);
      generations.set(generation, names);
    },
    async activate(record) {
      segments.set(record.dataSet, record);
      const inUse = new Set(Array.from(segments.values(), ({ generation }) => generation));
      for (const generation of generations.keys())
        if (!inUse.has(generation)) generations.delete(generation);
    },
    async clear() {
      generations.clear();
      segments.clear();
    },
  };
}
