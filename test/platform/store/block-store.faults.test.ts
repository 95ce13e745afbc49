import "fake-indexeddb/auto";
import { forceCloseDatabase, IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Block } from "../../../core/segment/format.ts";
import { type BlockStore, openIndexedDbStore } from "../../../platform/store/block-store.ts";
import type { BuildRow, ReadyRow } from "../../../platform/store/build-row.ts";
import { begun, readyRow } from "../../fixtures/build-rows.ts";
import { feedState } from "../../fixtures/feed-states.ts";
import { waitUntil } from "../../wait-until.ts";

const BLOCKS: readonly Block[] = (["domains/0", "urls/0", "meta"] as const).map((name, i) => ({
  name,
  bytes: Uint8Array.of(i),
}));
const IN_USE = readyRow("old");

/** Begins a build and completes it. */
async function activate(store: BlockStore, row: ReadyRow): Promise<void> {
  await store.change({ put: [begun(row)] });
  await store.change({ put: [row] });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The transaction aborts after the nth call of a method, with an error if one is given. */
function abortAfter(method: "put" | "delete", calls: number, reason: string | null = null): void {
  const real = IDBObjectStore.prototype[method];
  vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
    this: IDBObjectStore,
    ...args: Parameters<typeof real>
  ) {
    const request = Reflect.apply(real, this, args);
    const { transaction } = this;
    // Stands in for the browser's own abort, which no page can ask for.
    const abort = () => Reflect.apply(Reflect.get(transaction, "_abort"), transaction, [reason]);
    if (--calls === 0) request.addEventListener("success", abort);
    return request;
  });
}

/** A connection of another context, which closes the database only when the test calls for it. */
function heldDatabase(): Promise<IDBDatabase> {
  const { promise, resolve } = Promise.withResolvers<IDBDatabase>();
  const opening = indexedDB.open("second-source", 3);
  opening.onsuccess = () => resolve(opening.result);
  return promise;
}

function deleteDatabase(): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const deletion = indexedDB.deleteDatabase("second-source");
  deletion.onsuccess = () => resolve();
  deletion.onblocked = () => reject(new Error("blocked"));
  return promise;
}

describe("a transaction that aborts", () => {
  test.each([1, 2, 3])("after %i blocks leaves none of them", async (calls) => {
    const store = await openIndexedDbStore();
    abortAfter("put", calls);
    await expect(store.write("g", BLOCKS)).rejects.toThrow();
    for (const { name } of BLOCKS) expect(await store.read("g", name)).toBeUndefined();
  });

  test.each([
    ["put", 1],
    ["delete", 1],
    ["delete", 2],
  ] as const)("while it switches (%s %i) leaves the generation in use", async (method, calls) => {
    const store = await openIndexedDbStore();
    await store.write("old", BLOCKS);
    await activate(store, IN_USE);
    const coming = readyRow("new");
    await store.change({ put: [begun(coming)] });
    await store.write("new", BLOCKS);
    abortAfter(method, calls);
    await expect(store.change({ put: [coming] })).rejects.toThrow();
    expect(await store.rows()).toEqual([begun(coming), IN_USE]);
    expect(await store.read("old", "domains/0")).toEqual(Uint8Array.of(0));
  });
});

test.each([
  ["put", 1],
  ["put", 2],
  ["put", 3],
  ["delete", 1],
  ["delete", 2],
  ["delete", 3],
] as const)(
  "a change of several things that aborts (%s %i) changes none",
  async (method, calls) => {
    const store = await openIndexedDbStore();
    const before = feedState({ outlet: "before" });
    await store.write("old", BLOCKS);
    await activate(store, IN_USE);
    await store.change({ states: [before] });
    const put = ["one", "two"].map((owner) => readyRow(`new ${owner}`, { owner }));
    await store.change({ put: put.map(begun) });
    await store.write("new one", BLOCKS);
    abortAfter(method, calls);
    const states = [feedState({ outlet: "after" })];
    const revise = (row: BuildRow) => (row.owner === "first" ? null : row);
    const change = { put, revise, states, removeStates: ["before"] };
    await expect(store.change(change)).rejects.toThrow();
    expect(await store.rows()).toEqual([...put.map(begun), IN_USE]);
    expect(await store.states()).toEqual([before]);
    expect(await store.read("old", "domains/0")).toEqual(Uint8Array.of(0));
  },
);

describe("a full disk is distinguished from other errors", () => {
  test.each([1, 2, 3])("by a write of which %i blocks went through", async (calls) => {
    const store = await openIndexedDbStore();
    abortAfter("put", calls, "QuotaExceededError");
    await expect(store.write("g", BLOCKS)).rejects.toMatchObject({ name: "QuotaExceededError" });
  });

  test("by a switch", async () => {
    const store = await openIndexedDbStore();
    await store.change({ put: [begun(IN_USE)] });
    abortAfter("delete", 1, "QuotaExceededError");
    await expect(store.change({ put: [IN_USE] })).rejects.toMatchObject({
      name: "QuotaExceededError",
    });
  });
});

test("a write that found the disk full does not keep the handle: the next call opens the database again", async () => {
  const store = await openIndexedDbStore();
  const open = vi.spyOn(indexedDB, "open");
  abortAfter("put", 1);
  await expect(store.write("g", BLOCKS)).rejects.toThrow();
  await store.write("g", BLOCKS);
  expect(open).toHaveBeenCalledTimes(1);
  expect(await store.read("g", "meta")).toEqual(Uint8Array.of(2));
});

describe("the database", () => {
  test("is still there for the next worker", async () => {
    const before = await openIndexedDbStore();
    await before.write("old", BLOCKS);
    await activate(before, IN_USE);
    const after = await openIndexedDbStore();
    expect(await after.rows()).toEqual([IN_USE]);
    expect(await after.read("old", "meta")).toEqual(Uint8Array.of(2));
  });

  test("can be deleted by another context, and is opened again, empty", async () => {
    const store = await openIndexedDbStore();
    await store.write("old", BLOCKS);
    await activate(store, IN_USE);
    await deleteDatabase();
    expect(await store.rows()).toEqual([]);
    await store.write("new", BLOCKS);
    expect(await store.read("new", "meta")).toEqual(Uint8Array.of(2));
  });

  test("is opened once for calls that come together", async () => {
    const store = await openIndexedDbStore();
    await deleteDatabase();
    const open = vi.spyOn(indexedDB, "open");
    await Promise.all([store.rows(), store.read("g", "meta"), store.write("g", [])]);
    expect(open).toHaveBeenCalledTimes(1);
  });

  test("is opened again by the next call when that failed", async () => {
    const store = await openIndexedDbStore();
    await deleteDatabase();
    vi.spyOn(indexedDB, "open").mockImplementationOnce(() => {
      throw new DOMException("not now", "UnknownError");
    });
    await expect(store.rows()).rejects.toThrow("not now");
    expect(await store.rows()).toEqual([]);
  });

  test("is opened again after the browser closed it", async () => {
    const open = vi.spyOn(indexedDB, "open");
    const store = await openIndexedDbStore();
    await store.write("old", BLOCKS);
    forceCloseDatabase(open.mock.results[0]?.value.result);
    expect(await store.read("old", "meta")).toEqual(Uint8Array.of(2));
  });
});

describe("a browser that gives no database", () => {
  test("by throwing fails the opening", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("no history, no database", "InvalidStateError");
    });
    await expect(openIndexedDbStore()).rejects.toThrow("no history, no database");
  });

  test("because a newer version exists fails the opening", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const newer = indexedDB.open("second-source", 5);
    newer.onsuccess = () => resolve(newer.result.close());
    await promise;
    await expect(openIndexedDbStore()).rejects.toMatchObject({ name: "VersionError" });
  });

  test("for five seconds fails the opening; a late one is closed again", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const holder = await heldDatabase();
    indexedDB.deleteDatabase("second-source");
    const failed = expect(openIndexedDbStore()).rejects.toMatchObject({ name: "TimeoutError" });
    await vi.advanceTimersByTimeAsync(4999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await failed;
    const close = vi.spyOn(IDBDatabase.prototype, "close");
    holder.close();
    await waitUntil(() => expect(close).toHaveBeenCalledTimes(2));
  });

  test("leaves no timer behind once it has opened", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await openIndexedDbStore();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a change writes only what is new", () => {
  /** The object stores that are written to during a change. */
  async function writtenBy(change: () => Promise<void>): Promise<string[]> {
    const put = vi.spyOn(IDBObjectStore.prototype, "put");
    await change();
    return put.mock.contexts.map((store) => (store as IDBObjectStore).name).sort();
  }

  test("of the items of feeds: those that were neither read nor written before", async () => {
    const store = await openIndexedDbStore();
    const state = feedState({ outlet: "a", known: [["key", "hash", 1, 2]] });
    const write = () => store.change({ states: [state] });
    expect(await writtenBy(write)).toEqual(["feeds", "items"]);
    vi.restoreAllMocks();
    expect(await writtenBy(write)).toEqual(["feeds"]);
    vi.restoreAllMocks();
    const [read = state] = await store.states();
    expect(await writtenBy(() => store.change({ states: [read] }))).toEqual(["feeds"]);
  });

  test("of the rows: those that it changes", async () => {
    const store = await openIndexedDbStore();
    await activate(store, IN_USE);
    const revise = (row: BuildRow) => row;
    expect(await writtenBy(() => store.change({ revise }))).toEqual([]);
  });
});
