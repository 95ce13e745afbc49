import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { DiscardedBuildError } from "../../../platform/store/store-change.ts";
import { begun, readyRow, unfinishedRow } from "../../fixtures/build-rows.ts";
import {
  activate,
  begin,
  block,
  emptyDatabase,
  inUse,
  kept,
  STORES,
  state,
} from "./block-stores.ts";

beforeEach(emptyDatabase);

describe.each(STORES)("a change of the store in $kind", ({ open }) => {
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
});
