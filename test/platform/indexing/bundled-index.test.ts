import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import type { BundledIndex } from "../../../platform/indexing/bundled-index.ts";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { edition, editionsIn, Profile } from "../bundled-profile.ts";
import { generationsInDatabase, inDatabase } from "../workers.ts";

let profile: Profile;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  profile = new Profile();
});

describe("the first worker", () => {
  test("builds the index of the bundled data", async () => {
    const { segment, builtAt } = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(segment.meta).toMatchObject({ articles: 240, dataSet: { id: "made-up" } });
    expect(builtAt).toBe(1_650_000_000_000);
  });

  test("remembers what it built, and with which version of the extension", async () => {
    await profile.start().open();
    expect(profile.marker).toEqual({ generation: "generation 1", extensionVersion: "1" });
  });

  test("has nothing to tell the reader", async () => {
    await profile.start().open();
    expect(profile.notices).toEqual([]);
  });
});

describe("a later worker", () => {
  beforeEach(() => profile.build());

  test("opens the index that is there, and does not touch the bundled data", async () => {
    const { segment, builtAt } = await profile.start({ now: () => 0 }).open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(builtAt).toBe(1_650_000_000_000);
    expect(profile.builds).toBe(0);
  });

  test("builds anew when the extension has another version", async () => {
    profile.dataSet = edition("second");
    profile.extensionVersion = "2";
    const { segment } = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["second"]);
    expect(profile.marker).toEqual({ generation: "generation 2", extensionVersion: "2" });
  });

  test("builds anew when the index has another format", async () => {
    await inDatabase(async (database) => {
      const inUse = await database.get("segments", "bundled");
      await database.put("segments", { ...inUse, format: 1 });
    });
    await profile.start().open();
    expect(profile.builds).toBe(1);
  });

  test("builds anew when the marker is missing", async () => {
    profile.marker = undefined;
    await profile.start().open();
    expect(profile.builds).toBe(1);
  });

  test("builds anew when the marker is of another generation", async () => {
    profile.marker = { generation: "another", extensionVersion: "1" };
    await profile.start().open();
    expect(profile.builds).toBe(1);
  });

  test.each([
    ["version", () => (profile.extensionVersion = "2")],
    ["marker", () => (profile.marker = undefined)],
  ])("builds once for another %s", async (_, change) => {
    change();
    await profile.start().open();
    await profile.start().open();
    expect(profile.builds).toBe(1);
  });

  test("says nothing of a build that an update asked for", async () => {
    profile.extensionVersion = "2";
    await profile.start().open();
    expect(profile.notices).toEqual([]);
  });

  test("keeps no blocks of the index it replaced", async () => {
    profile.extensionVersion = "2";
    await profile.start().open();
    expect(await generationsInDatabase()).toEqual(["generation 2"]);
  });
});

describe("calls that come together", () => {
  test("build once, and get the same index", async () => {
    const index = profile.start();
    const [one, two] = await Promise.all([index.open(), index.open()]);
    expect(profile.builds).toBe(1);
    expect(one).toBe(two);
  });

  test("a rebuild during an opening comes after it, and is what later calls get", async () => {
    const index = profile.start();
    const opening = index.open();
    profile.dataSet = edition("second");
    const rebuilding = index.rebuild();
    expect(index.open()).toBe(rebuilding);
    await opening;
    expect(await editionsIn((await index.open()).segment)).toEqual(["second"]);
    expect(await generationsInDatabase()).toEqual(["generation 2"]);
  });

  test("a rebuild during an opening that fails still builds", async () => {
    let reads = 0;
    const index = profile.start({
      readMarker: async () => {
        if (reads++ === 0) throw new Error("storage is not there yet");
        return undefined;
      },
    });
    const opening = index.open();
    const rebuilding = index.rebuild();
    await expect(opening).rejects.toThrow("storage is not there yet");
    expect(await editionsIn((await rebuilding).segment)).toEqual(["first"]);
  });

  test("a look-up that a rebuild takes the blocks away from is answered by the new index", async () => {
    await profile.build();
    const index = profile.start();
    const library = profile.library(index);
    const coverage = await library.lookUp(async (opening) => {
      const segments = await opening;
      if (profile.builds === 0) await index.rebuild();
      return findCoverage(segments, "https://outlet.example/7", []);
    });
    expect(coverage).toMatchObject({ kind: "article", page: { title: "first" } });
    expect(profile.builds).toBe(1);
    expect(profile.notices).toEqual([]);
  });
});

describe("a failure is not kept", () => {
  test("of the bundled data: the next call tries again", async () => {
    let loads = 0;
    const index = profile.start({
      loadDataSet: async () => {
        if (loads++ === 0) throw new Error("the package could not be read");
        return edition("first");
      },
    });
    await expect(index.open()).rejects.toThrow("the package could not be read");
    expect(await editionsIn((await index.open()).segment)).toEqual(["first"]);
  });

  test("of data that is not a data set: it never becomes an index", async () => {
    profile.dataSet = { records: "none" };
    await expect(profile.start().open()).rejects.toThrow();
    expect(profile.marker).toBeUndefined();
    expect(await generationsInDatabase()).toEqual([]);
  });

  test("of a rebuild: the index from before goes on answering", async () => {
    await profile.build();
    const index = profile.start();
    profile.dataSet = null;
    await expect(index.rebuild()).rejects.toThrow();
    expect(await editionsIn((await index.open()).segment)).toEqual(["first"]);
  });
});

describe("a generation that is being built", () => {
  test("is told, until it is in use", async () => {
    const told: string[][] = [];
    const index: BundledIndex = profile.start({
      async underConstruction() {
        told.push(index.underConstruction());
        return [];
      },
    });
    await index.open();
    expect(told).toEqual([["generation 1"]]);
    expect(index.underConstruction()).toEqual([]);
  });

  test("is not told any more when its build failed", async () => {
    const index = profile.start({
      writeMarker: () => Promise.reject(new Error("storage is full")),
    });
    await expect(index.open()).rejects.toThrow("storage is full");
    expect(index.underConstruction()).toEqual([]);
  });

  test("of another data set outlives the switch", async () => {
    const store = await openIndexedDbStore();
    await store.write("theirs", [{ name: "checkpoint", bytes: Uint8Array.of(1) }]);
    await profile.start({ underConstruction: async () => ["theirs"] }).open();
    expect(await generationsInDatabase()).toEqual(["generation 1", "theirs"]);
  });
});
