import { deleteDB, type IDBPDatabase, openDB } from "idb";
import { DATABASE_VERSION, migrate, type Schema } from "./migrations.ts";

const DATABASE = "second-source";
/** The names of its object stores. */
export const ALL = ["blocks", "builds", "feeds", "items"] as const;
/** An open that another context blocks would stay pending for ever. */
const OPEN_TIMEOUT_MS = 5000;

/**
 * Opens the database, creating or upgrading it first; what is in it stays. A database that lacks an object store is
 * useless and is created again: indexes are rebuilt from their sources.
 *
 * @param onLost called when the browser has closed it, or another context wants it
 * @throws DOMException when the browser refuses a database, or on a time-out
 */
export async function openDatabase(onLost: () => void): Promise<IDBPDatabase<Schema>> {
  const database = await openInTime(onLost);
  if (ALL.every((name) => database.objectStoreNames.contains(name))) return database;
  database.close();
  await deleteDB(DATABASE);
  return openInTime(onLost);
}

async function openInTime(onLost: () => void): Promise<IDBPDatabase<Schema>> {
  const opening = openDB<Schema>(DATABASE, DATABASE_VERSION, {
    upgrade: migrate,
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
