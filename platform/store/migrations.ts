import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { FeedState } from "../../core/feeds/poll/feed-state.ts";
import type { BuildRow, ReadyRow } from "./build-row.ts";

/** What the database holds. */
export interface Schema extends DBSchema {
  blocks: { key: [generation: string, name: string]; value: Uint8Array<ArrayBuffer> };
  /** By generation: everything that is built, being built or failed. */
  builds: { key: string; value: BuildRow };
  feeds: { key: string; value: Omit<FeedState, "known"> };
  /** Of each feed, by its outlet: kept apart, since most polls change nothing of them. */
  items: { key: string; value: FeedState["known"] };
}

/**
 * What each version of the database brought. Every new object store and every change of what one holds is a new
 * version, with a step below that keeps the data.
 *
 *   1  `blocks`, and `segments` with the generation in use of each data set
 *   2  `feeds` and `items`, the states of polled feeds
 *   3  `builds` in the place of `segments`: one row for every generation that is ready, being built or failed
 *   4  no index of the bundled data set, which is a file of the package now
 */
export const DATABASE_VERSION = 4;

/** The owner of the bundled data set's index in the versions that had one. */
const BUNDLED = "bundled";

/** A row of `segments`, in versions 1 and 2. */
interface SegmentRecord extends Pick<ReadyRow, "generation" | "source" | "format" | "days"> {
  /** Owner, of a story index followed by `/stories`. */
  readonly dataSet: string;
  readonly builtAt: number;
  readonly bytes: number;
  readonly records: number;
}

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], "versionchange">;

/** Brings the database up to date, step by step. */
export async function migrate(
  database: IDBPDatabase<Schema>,
  _oldVersion: number,
  _newVersion: number | null,
  transaction: Upgrade,
): Promise<void> {
  const has = (name: string) => [...database.objectStoreNames].some((one) => one === name);
  // Each by itself: for a time version 2 was made without `items`.
  if (!has("blocks")) database.createObjectStore("blocks");
  if (!has("feeds")) database.createObjectStore("feeds", { keyPath: "outlet" });
  if (!has("items")) database.createObjectStore("items");
  if (!has("builds")) database.createObjectStore("builds", { keyPath: "generation" });
  if (has("segments")) await moveSegments(database, transaction);
  await deleteBundled(transaction);
}

/** From version 2 to 3. */
async function moveSegments(database: IDBPDatabase<Schema>, transaction: Upgrade): Promise<void> {
  const old = transaction as unknown as IDBPTransaction<unknown, string[], "versionchange">;
  for (const record of await old.objectStore("segments").getAll())
    await transaction.objectStore("builds").put(rowOf(record));
  (database as unknown as IDBPDatabase).deleteObjectStore("segments");
}

/** From version 3 to 4. */
async function deleteBundled(transaction: Upgrade): Promise<void> {
  for (const { owner, generation } of await transaction.objectStore("builds").getAll()) {
    if (owner !== BUNDLED) continue;
    await transaction.objectStore("builds").delete(generation);
    const blocks = IDBKeyRange.bound([generation], [generation, []]);
    await transaction.objectStore("blocks").delete(blocks);
  }
}

function rowOf({ dataSet, ...record }: SegmentRecord): BuildRow {
  const owner = dataSet.replace(/\/stories$/, "");
  const part = owner === dataSet ? "segment" : "stories";
  const plan = { owner, part, isImport: false } as const;
  return { ...record, ...plan, worker: "", state: "ready", isDamaged: false };
}
