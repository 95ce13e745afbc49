// FlexSearch looks for IndexedDB only in `window`, which does not exist in a worker.
Object.assign(globalThis, { window: globalThis });
