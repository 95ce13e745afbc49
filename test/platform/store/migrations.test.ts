import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { feedState } from "../../fixtures/feed-states.ts";
import { inDatabase } from "../workers.ts";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Writes a database as an earlier version of the extension did. */
async function leave(version: number, make: (database: IDBDatabase) => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const opening = indexedDB.open("second-source", version);
  opening.onupgradeneeded = () => make(opening.result);
  opening.onsuccess = () => resolve(opening.result.close());
  await promise;
}

const FACTS = { format: 5, builtAt: 7, bytes: 3, records: 1 };
const MADE = { ...FACTS, isImport: false, worker: "", isDamaged: false };
const READY = { ...MADE, state: "ready" };

/** The segments of an added data set and of live articles, with a story index. */
function makeSegments(database: IDBDatabase): IDBObjectStore {
  const segments = database.createObjectStore("segments", { keyPath: "dataSet" });
  segments.put({ ...FACTS, dataSet: "mine", generation: "g1", source: "s1" });
  segments.put({ ...FACTS, dataSet: "mine/stories", generation: "g2", source: "s1" });
  segments.put({ ...FACTS, dataSet: "live/7", generation: "g3", source: null, days: [[1, 1]] });
  database.createObjectStore("blocks").put(Uint8Array.of(7), ["g1", "meta"]);
  return segments;
}

const ROWS = [
  { ...READY, owner: "mine", part: "segment", generation: "g1", source: "s1" },
  { ...READY, owner: "mine", part: "stories", generation: "g2", source: "s1" },
  { ...READY, owner: "live/7", part: "segment", generation: "g3", source: null, days: [[1, 1]] },
];

describe("a database of an earlier version loses the index of the bundled data set, with its blocks", () => {
  const left = async () => {
    const store = await openIndexedDbStore();
    const blocks = await inDatabase((database) => database.getAllKeys("blocks"));
    return [await store.rows(), blocks];
  };

  test("version 2", async () => {
    await leave(2, (database) => {
      const { transaction } = makeSegments(database);
      const bundled = { ...FACTS, dataSet: "bundled", generation: "g4", source: null };
      transaction.objectStore("segments").put(bundled);
      transaction.objectStore("blocks").put(Uint8Array.of(1), ["g4", "meta"]);
    });
    expect(await left()).toEqual([ROWS, [["g1", "meta"]]]);
  });

  test("version 3", async () => {
    await leave(3, (database) => {
      const builds = database.createObjectStore("builds", { keyPath: "generation" });
      const bundled = { ...MADE, state: "ready", owner: "bundled", source: null };
      builds.put({ ...bundled, part: "segment", generation: "g4" });
      builds.put({ ...bundled, part: "stories", generation: "g5" });
      for (const row of ROWS) builds.put(row);
      const blocks = database.createObjectStore("blocks");
      for (const generation of ["g1", "g4", "g5"]) {
        blocks.put(Uint8Array.of(1), [generation, "meta"]);
        blocks.put(Uint8Array.of(1), [generation, "urls/0"]);
      }
    });
    expect(await left()).toEqual([
      ROWS,
      [
        ["g1", "meta"],
        ["g1", "urls/0"],
      ],
    ]);
  });
});

describe("a database of an earlier version keeps what is in it", () => {
  test("version 1, which had no feeds", async () => {
    await leave(1, makeSegments);
    const store = await openIndexedDbStore();
    expect(await store.rows()).toEqual(ROWS);
    expect(await store.read("g1", "meta")).toEqual(Uint8Array.of(7));
    expect(await inDatabase(async (database) => [...database.objectStoreNames])).toEqual([
      "blocks",
      "builds",
      "feeds",
      "items",
    ]);
    expect(await store.states()).toEqual([]);
  });

  test("version 2, with states of feeds", async () => {
    const { known, ...state } = feedState({ outlet: "a", known: [["key", "hash", 1, 2]] });
    await leave(2, (database) => {
      makeSegments(database);
      database.createObjectStore("feeds", { keyPath: "outlet" }).put(state);
      database.createObjectStore("items").put(known, "a");
    });
    const store = await openIndexedDbStore();
    expect(await store.rows()).toEqual(ROWS);
    expect(await store.states()).toEqual([{ ...state, known }]);
  });

  test("version 2 as it was made for a time, without `items`", async () => {
    await leave(2, (database) => {
      makeSegments(database);
      database.createObjectStore("feeds", { keyPath: "outlet" });
    });
    const store = await openIndexedDbStore();
    expect(await store.rows()).toEqual(ROWS);
    await store.change({ states: [feedState({ outlet: "a" })] });
    expect(await store.states()).toEqual([feedState({ outlet: "a" })]);
  });
});

test("a database that lacks an object store is recreated", async () => {
  await leave(3, (database) => database.createObjectStore("blocks"));
  const store = await openIndexedDbStore();
  expect(await store.rows()).toEqual([]);
  await store.change({ states: [feedState({ outlet: "a" })] });
  expect(await store.states()).toEqual([feedState({ outlet: "a" })]);
});
