import type { View } from "../../harness/driven-browser.ts";

/** Deletes the extension's database, as a browser does that lost its storage. */
export function wipeDatabase(view: View): Promise<void> {
  return view.run(
    () =>
      new Promise<void>((resolve, reject) => {
        const deletion = indexedDB.deleteDatabase("second-source");
        deletion.onsuccess = () => resolve();
        deletion.onerror = () => reject(deletion.error);
        deletion.onblocked = () => reject(new Error("blocked"));
      }),
  );
}

/** Overwrites every block of a kind in the database. */
export function damageBlocks(view: View, kind: string): Promise<number> {
  return view.run(
    (_document, damaged) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("second-source");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const blocks = database.transaction("blocks", "readwrite").objectStore("blocks");
          const listing = blocks.getAllKeys();
          listing.onsuccess = () => {
            const keys = listing.result.filter((key) =>
              String((key as string[])[1]).startsWith(damaged),
            );
            for (const key of keys) blocks.put(new Uint8Array([1, 2, 3, 4, 5, 6]), key);
            blocks.transaction.oncomplete = () => {
              database.close();
              resolve(keys.length);
            };
          };
        };
      }),
    kind,
  );
}
