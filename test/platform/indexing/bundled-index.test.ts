import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { edition, editionsIn, Profile } from "../bundled-profile.ts";
import { changeRow, generationsInDatabase, leaveBuild, rowsInDatabase } from "../workers.ts";

let profile: Profile;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  profile = new Profile();
});

describe("the first worker", () => {
  test("builds the index of the bundled data", async () => {
    const segment = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(segment.meta).toMatchObject({ articles: 240, dataSet: { id: "made-up" } });
    expect(await rowsInDatabase()).toMatchObject([{ builtAt: 1_650_000_000_000 }]);
  });

  test("stores what it built, and with which version of the extension", async () => {
    await profile.start().open();
    expect(profile.wasBuilt).toBe(true);
    expect(await rowsInDatabase()).toMatchObject([{ generation: "generation 1", version: "1" }]);
  });

  test("shows no notice", async () => {
    await profile.start().open();
    expect(profile.notices).toEqual([]);
  });
});

describe("a later worker", () => {
  beforeEach(() => profile.build());

  test("opens the existing index, and does not read the bundled data", async () => {
    const segment = await profile.start({ now: () => 0 }).open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(await rowsInDatabase()).toMatchObject([{ builtAt: 1_650_000_000_000 }]);
    expect(profile.builds).toBe(0);
  });

  test("rebuilds when the extension has another version", async () => {
    profile.dataSet = edition("second");
    profile.extensionVersion = "2";
    const segment = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["second"]);
    expect(await rowsInDatabase()).toMatchObject([{ generation: "generation 2", version: "2" }]);
  });

  test("rebuilds when the index has another format", async () => {
    await changeRow("bundled", "segment", { format: 1 });
    await profile.start().open();
    expect(profile.builds).toBe(1);
  });

  test("stores again that there is an index when that was lost", async () => {
    profile.wasBuilt = false;
    await profile.start().open();
    expect([profile.wasBuilt, profile.builds]).toEqual([true, 0]);
  });

  test("builds once for another version", async () => {
    profile.extensionVersion = "2";
    await profile.start().open();
    await profile.start().open();
    expect(profile.builds).toBe(1);
  });

  test("shows no notice of a build after an update", async () => {
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

describe("concurrent calls", () => {
  test("build once, and get the same index", async () => {
    const index = profile.start();
    const [one, two] = await Promise.all([index.open(), index.open()]);
    expect(profile.builds).toBe(1);
    expect(one).toBe(two);
  });

  test("a rebuild during an opening comes after it, and later calls get its index", async () => {
    const index = profile.start();
    const opening = index.open();
    profile.dataSet = edition("second");
    const rebuilding = index.rebuild();
    expect(index.open()).toBe(rebuilding);
    await opening;
    expect(await editionsIn(await index.open())).toEqual(["second"]);
    expect(await generationsInDatabase()).toEqual(["generation 2"]);
  });

  test("a rebuild during an opening that fails still builds", async () => {
    let reads = 0;
    const index = profile.start({
      wasBuilt: async () => {
        if (reads++ === 0) throw new Error("storage is not there yet");
        return false;
      },
    });
    const opening = index.open();
    const rebuilding = index.rebuild();
    await expect(opening).rejects.toThrow("storage is not there yet");
    expect(await editionsIn(await rebuilding)).toEqual(["first"]);
  });

  test("a look-up whose blocks a rebuild deletes is answered from the new index", async () => {
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

describe("a failure is not cached", () => {
  test("of the bundled data: the next call tries again", async () => {
    let loads = 0;
    const index = profile.start({
      loadDataSet: async () => {
        if (loads++ === 0) throw new Error("the package could not be read");
        return edition("first");
      },
    });
    await expect(index.open()).rejects.toThrow("the package could not be read");
    expect(await editionsIn(await index.open())).toEqual(["first"]);
  });

  test("of an invalid data set: no index is built", async () => {
    profile.dataSet = { records: "none" };
    await expect(profile.start().open()).rejects.toThrow();
    expect(profile.wasBuilt).toBe(false);
    expect(await generationsInDatabase()).toEqual([]);
  });

  test("of a rebuild: the previous index still answers", async () => {
    await profile.build();
    const index = profile.start();
    profile.dataSet = null;
    await expect(index.rebuild()).rejects.toThrow();
    expect(await editionsIn(await index.open())).toEqual(["first"]);
  });
});

describe("a generation that is being built", () => {
  test("has a row from its beginning, and replaces the previous one", async () => {
    await profile.build();
    const states: string[][] = [];
    const openStore = async () => {
      const store = await openIndexedDbStore();
      return {
        ...store,
        async write(...of: Parameters<typeof store.write>) {
          states.push((await store.rows()).map(({ state }) => state).sort());
          await store.write(...of);
        },
      };
    };
    await profile.start({ ledger: profile.ledger(openStore) }).rebuild();
    expect(states).toEqual([
      ["building", "ready"],
      ["building", "ready"],
    ]);
    expect(await rowsInDatabase()).toMatchObject([{ state: "ready", generation: "generation 2" }]);
  });

  test("leaves nothing when its build failed", async () => {
    const openStore = async () => ({
      ...(await openIndexedDbStore()),
      write: () => Promise.reject(new DOMException("no space", "QuotaExceededError")),
    });
    const index = profile.start({ ledger: profile.ledger(openStore) });
    await expect(index.open()).rejects.toThrow("no space");
    expect(await rowsInDatabase()).toEqual([]);
  });

  test("of another data set outlives the switch", async () => {
    const store = await openIndexedDbStore();
    await leaveBuild({ owner: "mine", source: "s1", generation: "theirs" });
    await store.write("theirs", [{ name: "checkpoint", bytes: Uint8Array.of(1) }]);
    await profile.start().open();
    expect(await generationsInDatabase()).toEqual(["generation 1", "theirs"]);
  });
});
