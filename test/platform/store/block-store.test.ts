import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import {
  type BlockStore,
  openIndexedDbStore,
  type StoredBlock,
  type StoredName,
} from "../../../platform/store/block-store.ts";
import { isReady, type ReadyRow } from "../../../platform/store/build-row.ts";
import { createMemoryStore } from "../../../platform/store/memory-store.ts";
import { DiscardedBuildError } from "../../../platform/store/store-change.ts";
import { begun, readyRow, unfinishedRow } from "../../fixtures/build-rows.ts";
import { feedState } from "../../fixtures/feed-states.ts";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function block(name: StoredName, ...bytes: number[]): StoredBlock {
  return { name, bytes: Uint8Array.from(bytes) };
}

/** Begins a build and completes it. */
async function activate(store: BlockStore, ...rows: ReadyRow[]): Promise<void> {
  await store.change({ put: rows.map(begun) });
  await store.change({ put: rows });
}

/** Begins builds, each of another owner. */
function begin(store: BlockStore, ...generations: string[]): Promise<void> {
  return store.change({
    put: generations.map((generation) =>
      unfinishedRow(generation, { owner: `owner of ${generation}` }),
    ),
  });
}

function state(outlet: string, articles = 0): FeedState {
  return feedState({ outlet, articles });
}

/** Which generation a data set uses. */
async function inUse(store: BlockStore, dataSet = "bundled"): Promise<string | undefined> {
  return (await store.rows()).filter(isReady).find(({ owner }) => owner === dataSet)?.generation;
}

/** Those of the generations of which the store still has `meta`. */
async function kept(store: BlockStore, generations: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    generations.map(async (generation) => (await store.read(generation, "meta")) && generation),
  );
  return found.filter((generation) => generation !== undefined);
}

describe.each([
  { kind: "indexeddb", open: openIndexedDbStore },
  { kind: "memory", open: async () => createMemoryStore() },
])("the store in $kind", ({ kind, open }) => {
  test("names its kind", async () => {
    expect((await open()).kind).toBe(kind);
  });

  test("is empty at first", async () => {
    const store = await open();
    expect(await store.rows()).toEqual([]);
    expect(await store.read("g", "meta")).toBeUndefined();
  });

  test("gives back the bytes of a block", async () => {
    const store = await open();
    await store.write("g", [block("meta", 1, 2, 3), block("urls/0", 4)]);
    expect(await store.read("g", "meta")).toEqual(Uint8Array.of(1, 2, 3));
    expect(await store.read("g", "urls/0")).toEqual(Uint8Array.of(4));
  });

  test("has a block only under its own name and generation", async () => {
    const store = await open();
    await store.write("g", [block("urls/1", 1)]);
    expect(await store.read("g", "urls/11")).toBeUndefined();
    expect(await store.read("g2", "urls/1")).toBeUndefined();
  });

  test("adds to a generation, write by write", async () => {
    const store = await open();
    await store.write("g", [block("domains/0", 1)]);
    await store.write("g", [block("domains/1", 2)]);
    expect(await store.read("g", "domains/0")).toEqual(Uint8Array.of(1));
    expect(await store.read("g", "domains/1")).toEqual(Uint8Array.of(2));
  });

  test("takes a write of no blocks", async () => {
    const store = await open();
    await store.write("g", []);
    expect(await store.read("g", "meta")).toBeUndefined();
  });

  test("does not use a generation before it is activated", async () => {
    const store = await open();
    await store.write("g", [block("meta", 1)]);
    expect(await store.rows()).toEqual([]);
  });

  test("says which generation is in use, since when and in which format", async () => {
    const store = await open();
    await store.write("g", [block("meta", 1)]);
    await activate(store, readyRow("g"));
    expect(await store.rows()).toEqual([readyRow("g")]);
  });

  test("activating deletes the blocks of other generations, wherever they sort", async () => {
    const store = await open();
    const generations = ["0", "M", "m", "m ", "m0", "mm", "z", "é", "\u{1f600}"];
    for (const generation of generations) await store.write(generation, [block("meta", 1)]);
    await activate(store, readyRow("m"));
    expect(await kept(store, generations)).toEqual(["m"]);
  });

  test("activating deletes every block of the generation it replaces", async () => {
    const store = await open();
    await store.write("old", [block("meta", 1), block("domains/0", 2), block("urls/9", 3)]);
    await activate(store, readyRow("old"));
    await store.write("new", [block("meta", 4)]);
    await activate(store, readyRow("new"));
    expect(await store.read("old", "meta")).toBeUndefined();
    expect(await store.read("old", "domains/0")).toBeUndefined();
    expect(await store.read("old", "urls/9")).toBeUndefined();
    expect(await store.read("new", "meta")).toEqual(Uint8Array.of(4));
  });

  test("activating keeps what other data sets use", async () => {
    const store = await open();
    const generations = ["a", "b", "c", "d", "e"];
    for (const generation of generations) await store.write(generation, [block("meta", 1)]);
    await activate(store, readyRow("b", { owner: "one" }));
    for (const generation of generations) await store.write(generation, [block("meta", 1)]);
    await activate(store, readyRow("d", { owner: "two" }));
    expect(await kept(store, generations)).toEqual(["b", "d"]);
  });

  test("activating switches one data set and leaves the other", async () => {
    const store = await open();
    await store.write("a", [block("meta", 1)]);
    await activate(store, readyRow("a", { owner: "one" }));
    await store.write("b", [block("meta", 1)]);
    await activate(store, readyRow("b", { owner: "two" }));
    await store.write("c", [block("meta", 1)]);
    await activate(store, readyRow("c", { owner: "one" }));
    expect(await kept(store, ["a", "b", "c"])).toEqual(["b", "c"]);
    expect(await inUse(store, "one")).toBe("c");
    expect(await inUse(store, "two")).toBe("b");
  });

  test("activating keeps what is being built", async () => {
    const store = await open();
    await begin(store, "a");
    for (const generation of ["a", "b", "c"]) await store.write(generation, [block("meta", 1)]);
    await activate(store, readyRow("b"));
    expect(await kept(store, ["a", "b", "c"])).toEqual(["a", "b"]);
  });

  test("activating deletes the checkpoints of the build, and nothing else", async () => {
    const store = await open();
    const work = [block("checkpoint", 1), block("entries/0", 2), block("entries/17", 3)];
    const index = [block("domains/0", 4), block("meta", 5), block("patterns", 6)];
    await store.write("g", [...work, ...index]);
    await store.write("other", work);
    await begin(store, "other");
    await activate(store, readyRow("g"));
    for (const { name } of work) expect(await store.read("g", name)).toBeUndefined();
    for (const { name, bytes } of index) expect(await store.read("g", name)).toEqual(bytes);
    for (const { name, bytes } of work) expect(await store.read("other", name)).toEqual(bytes);
  });

  test("activating takes the place of every other build of its owner and part", async () => {
    const store = await open();
    const others = [
      readyRow("old"),
      unfinishedRow("interrupted"),
      unfinishedRow("failed", { state: "failed", failure: "disk-full" }),
    ];
    await store.change({ put: [begun(readyRow("old"))] });
    await store.change({ put: others });
    await activate(store, readyRow("new"));
    expect(await store.rows()).toEqual([readyRow("new")]);
  });

  test("activating deletes the owner's story index of other records, and no other", async () => {
    const store = await open();
    const stories = readyRow("stories", { part: "stories", source: "old" });
    const theirs = readyRow("theirs", { owner: "other", part: "stories", source: "old" });
    await activate(store, readyRow("old"), stories, theirs);
    const building = unfinishedRow("coming", { part: "stories", source: "old" });
    await store.change({ put: [building] });
    await activate(store, readyRow("new"));
    const left = (await store.rows()).map(({ generation }) => generation);
    expect(left.sort()).toEqual(["coming", "new", "theirs"]);
  });

  test("beginning takes the place of a build that failed, and of nothing else", async () => {
    const store = await open();
    await activate(store, readyRow("old"));
    const failed = unfinishedRow("failed", { state: "failed", failure: "internal" });
    await store.change({ put: [failed] });
    await store.change({ put: [unfinishedRow("new")] });
    const left = (await store.rows()).map(({ generation }) => generation);
    expect(left.sort()).toEqual(["new", "old"]);
  });

  test("a build without a row cannot be activated, and nothing of the change is made", async () => {
    const store = await open();
    await activate(store, readyRow("old"));
    await store.write("new", [block("meta", 1)]);
    const change = { put: [readyRow("new")], states: [state("x")] };
    await expect(store.change(change)).rejects.toThrow(DiscardedBuildError);
    expect(await store.rows()).toEqual([readyRow("old")]);
    expect(await store.states()).toEqual([]);
  });

  test("an unfinished build of another worker is deleted, unless it can be resumed", async () => {
    const store = await open();
    const source = { source: "s1", owner: "mine" };
    const put = [
      unfinishedRow("bundled of a worker that is gone", { worker: "gone" }),
      unfinishedRow("stories", { part: "stories", ...source, worker: "gone" }),
      unfinishedRow("import", { ...source, worker: "gone" }),
      unfinishedRow("own", { owner: "live", worker: "here" }),
    ];
    await store.change({ put });
    await store.change({ revise: (row) => row, worker: "here" });
    const left = (await store.rows()).map(({ generation }) => generation);
    expect(left.sort()).toEqual(["import", "own"]);
  });

  test("revising deletes rows and their blocks, and leaves the others", async () => {
    const store = await open();
    for (const generation of ["a", "b"]) await store.write(generation, [block("meta", 1)]);
    await begin(store, "b");
    await activate(store, readyRow("a", { owner: "one" }));
    await activate(store, readyRow("b", { owner: "two" }));
    await begin(store, "c");
    await store.write("c", [block("meta", 1)]);
    await store.change({ revise: (row) => (row.owner === "one" ? null : row) });
    expect(await kept(store, ["a", "b", "c"])).toEqual(["b", "c"]);
    expect(await inUse(store, "one")).toBeUndefined();
    expect(await inUse(store, "two")).toBe("b");
  });

  test("revising nothing deletes blocks without a row", async () => {
    const store = await open();
    await store.write("a", [block("meta", 1)]);
    await activate(store, readyRow("a"));
    await begin(store, "b");
    for (const generation of ["b", "c"]) await store.write(generation, [block("meta", 1)]);
    await store.change({ revise: (row) => row });
    expect(await kept(store, ["a", "b", "c"])).toEqual(["a", "b"]);
    expect(await inUse(store)).toBe("a");
  });

  test("gives the names of a generation's blocks of a kind", async () => {
    const store = await open();
    await store.write("g", [block("docs/0+10", 1), block("docs/10+9", 2), block("domains/0", 3)]);
    await store.write("g2", [block("docs/19+1", 4)]);
    expect((await store.names("g", "docs/")).sort()).toEqual(["docs/0+10", "docs/10+9"]);
    expect(await store.names("none", "docs/")).toEqual([]);
  });

  test("gives several blocks in the order of their names, and nothing for those it lacks", async () => {
    const store = await open();
    await store.write("g", [block("urls/0", 1), block("urls/1", 2)]);
    expect(await store.readAll("g", ["urls/1", "meta", "urls/0"])).toEqual([
      Uint8Array.of(2),
      undefined,
      Uint8Array.of(1),
    ]);
    expect(await store.readAll("none", ["urls/0"])).toEqual([undefined]);
  });

  test("makes several segments, and states of feeds, the ones in use at once", async () => {
    const store = await open();
    for (const generation of ["a", "b", "c"]) await store.write(generation, [block("meta", 1)]);
    await begin(store, "a", "b", "c");
    const put = [readyRow("a", { owner: "one" }), readyRow("b", { owner: "two" })];
    await store.change({ put, states: [state("x")] });
    expect(await inUse(store, "one")).toBe("a");
    expect(await store.states()).toEqual([state("x")]);
    await store.change({
      put: [readyRow("c", { owner: "three" })],
      revise: (row) => (row.state === "ready" ? null : row),
      removeStates: ["x"],
      states: [state("y", 3)],
    });
    expect(await kept(store, ["a", "b", "c"])).toEqual(["c"]);
    expect(await store.states()).toEqual([state("y", 3)]);
  });

  test("changes only the states of feeds, and deletes nothing", async () => {
    const store = await open();
    await store.write("a", [block("meta", 1)]);
    await store.change({ states: [state("x")] });
    await store.change({ states: [state("x", 2)] });
    expect(await store.states()).toEqual([state("x", 2)]);
    expect(await kept(store, ["a"])).toEqual(["a"]);
  });

  test("keeps the items of a feed, whether a change has other ones or the same", async () => {
    const store = await open();
    const ferry = ["harbour.example/ferry", "a1", 1, 2] as const;
    await store.change({ states: [{ ...state("x"), known: [ferry] }] });
    const [read] = await store.states();
    if (read === undefined) throw new Error("no state");
    await store.change({ states: [{ ...read, articles: 5 }] });
    expect(await store.states()).toEqual([{ ...state("x"), articles: 5, known: [ferry] }]);
    await store.change({ states: [{ ...read, known: [] }] });
    expect(await store.states()).toEqual([state("x")]);
  });

  test("clearing deletes everything", async () => {
    const store = await open();
    await store.write("g", [block("meta", 1)]);
    await activate(store, readyRow("g"));
    await store.change({ states: [state("x")] });
    await store.clear();
    expect(await store.rows()).toEqual([]);
    expect(await store.states()).toEqual([]);
    expect(await store.read("g", "meta")).toBeUndefined();
  });
});
