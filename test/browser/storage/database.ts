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

/** Leaves blocks of generations that no row names, as a build does that was stopped before its first row. */
export function leaveBlocks(view: View, generations: readonly string[]): Promise<void> {
  return view.run(
    (_document, left) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("second-source");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("blocks", "readwrite");
          for (const generation of left)
            transaction.objectStore("blocks").put(new Uint8Array(8), [generation, "urls/0"]);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    generations,
  );
}

/** The generations of which the database holds blocks. */
export function generationsLeft(view: View): Promise<string[]> {
  return view.run(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("second-source");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const listing = opening.result.transaction("blocks").objectStore("blocks").getAllKeys();
          listing.onsuccess = () => {
            opening.result.close();
            resolve([...new Set(listing.result.map((key) => String((key as string[])[0])))]);
          };
        };
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
