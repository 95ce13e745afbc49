/** The result of a request. */
export function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Resolves when a transaction is complete. */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Opens a database; `create` makes its stores if it is new. */
export function openDatabase(
  name: string,
  create: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => create(request.result);
  return settled(request);
}

const BARE_BYTES = 8192;

/** One `get` of a value of 8 kB in a transaction of its own: the unit of all look-ups. */
export async function bareReader(): Promise<() => Promise<void>> {
  const database = await openDatabase("bare", (created) => created.createObjectStore("values"));
  return async () => {
    const value = await settled<Uint8Array | undefined>(
      database.transaction("values").objectStore("values").get("value"),
    );
    if (value?.length !== BARE_BYTES) throw new Error("no value to read");
  };
}

/** Writes the value that `bareReader` reads. */
export async function writeBareValue(): Promise<void> {
  const database = await openDatabase("bare", (created) => created.createObjectStore("values"));
  const transaction = database.transaction("values", "readwrite");
  const value = crypto.getRandomValues(new Uint8Array(BARE_BYTES));
  transaction.objectStore("values").put(value, "value");
  await completed(transaction);
  database.close();
}
