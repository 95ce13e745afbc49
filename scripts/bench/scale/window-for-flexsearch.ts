// FlexSearch looks for IndexedDB in `window` alone, which a worker does not have.
Object.assign(globalThis, { window: globalThis });
