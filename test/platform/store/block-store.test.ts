import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { readyRow } from "../../fixtures/build-rows.ts";
import { activate, block, emptyDatabase, kept, STORES, state } from "./block-stores.ts";

beforeEach(emptyDatabase);

describe.each(STORES)("the store in $kind", ({ kind, open }) => {
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
