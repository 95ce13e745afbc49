import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { FeedState } from "../../core/feeds/poll/feed-state.ts";
import type { SegmentRecord } from "./block-store.ts";

/** What the database holds. */
export interface Schema extends DBSchema {
  blocks: { key: [generation: string, name: string]; value: Uint8Array<ArrayBuffer> };
  segments: { key: string; value: SegmentRecord };
  feeds: { key: string; value: Omit<FeedState, "known"> };
  /** Of each feed, by its outlet: kept apart, since most polls change nothing of them. */
  items: { key: string; value: FeedState["known"] };
}

const DATABASE = "second-source";
/** 2: `feeds`, `items`. */
const DATABASE_VERSION = 2;
/** Its object stores. */
export const ALL = ["blocks", "segments", "feeds", "items"] as const;
/** An open that another context blocks would stay pending for ever. */
const OPEN_TIMEOUT_MS = 5000;

/**
 * Opens the database, and makes it or brings it up to date first; what is in it stays.
 *
 * @param onLost the browser has closed it, or another context wants it
 * @throws DOMException when the browser refuses a database, or on a time-out
 */
export async function openDatabase(onLost: () => void): Promise<IDBPDatabase<Schema>> {
  const opening = openDB<Schema>(DATABASE, DATABASE_VERSION, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) {
        database.createObjectStore("blocks");
        database.createObjectStore("segments", { keyPath: "dataSet" });
      }
      database.createObjectStore("feeds", { keyPath: "outlet" });
      database.createObjectStore("items");
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

/** Once the transaction is through; a request of it only says that it was aborted, not why. */
export async function completed(
  transaction: { readonly error: DOMException | null; readonly done: Promise<void> },
  requests: readonly Promise<unknown>[],
): Promise<void> {
  try {
    await Promise.all([...requests, transaction.done]);
  } catch (error) {
    throw transaction.error ?? error;
  }
}
