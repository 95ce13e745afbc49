import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import type { BundledDeps } from "../../../platform/indexing/bundled-index.ts";
import { type BlockStore, openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { MemorySources } from "../../fixtures/source-stores.ts";
import { edition, editionsIn, Profile, segmentInUse } from "../bundled-profile.ts";
import { type Death, deaths, Lifeline } from "../lifeline.ts";
import { generationsInDatabase } from "../workers.ts";

let profile: Profile;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  profile = new Profile();
});

/** As the services open it: once. */
function onceOpen(open: () => Promise<BlockStore>): () => Promise<BlockStore> {
  let store: Promise<BlockStore> | null = null;
  return () => {
    store ??= open();
    return store;
  };
}

/** A worker of the profile's that lives as long as its line. */
function onLine(life: Lifeline, of: Profile): Partial<BundledDeps> {
  return {
    ledger: of.ledger(onceOpen(life.stores(new MemorySources()).openStore)),
    markBuilt: () =>
      life.while(async () => {
        of.wasBuilt = true;
      }),
  };
}

// rows, change (begins), write, write, change (commits), marker, read of `meta`
const CALLS_OF_OPEN = 7;
// change (begins), write, write, change (commits), marker, read of `meta`
const CALLS_OF_REBUILD = 6;

/** Opens with a worker that dies, and gives what the store then holds. */
async function openAndDie(at: number, death: Death) {
  const life = new Lifeline(at, death);
  const opening = profile.start(onLine(life, profile)).open();
  await expect(opening).rejects.toThrow("killed");
  return segmentInUse(await openIndexedDbStore());
}

test("the cases below cover every call", async () => {
  const life = new Lifeline();
  const index = profile.start(onLine(life, profile));
  await index.open();
  expect(life.calls).toBe(CALLS_OF_OPEN);
  await index.rebuild();
  expect(life.calls).toBe(CALLS_OF_OPEN + CALLS_OF_REBUILD);
});

describe.each(deaths(CALLS_OF_OPEN))("a worker that is killed %s call %i", (death, at) => {
  test("of the first build leaves no index or a complete one, and the next worker has a complete one", async () => {
    const inUse = await openAndDie(at, death);
    if (inUse !== null) expect(await editionsIn(inUse)).toEqual(["first"]);
    const segment = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(await generationsInDatabase()).toHaveLength(1);
  });

  test("of the build after an update leaves the old index or the new one, and the next worker has the new one", async () => {
    await profile.build();
    profile.dataSet = edition("second");
    profile.extensionVersion = "2";
    const inUse = await openAndDie(at, death);
    const isSwitched = at > 4 || (at === 4 && death === "after");
    expect(inUse && (await editionsIn(inUse))).toEqual([isSwitched ? "second" : "first"]);
    const segment = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["second"]);
    expect(await generationsInDatabase()).toHaveLength(1);
  });
});

describe.each(deaths(CALLS_OF_REBUILD))(
  "a worker that is killed %s call %i of a rebuild",
  (death, at) => {
    test("leaves an index that the next one opens or builds, never a mixture", async () => {
      await profile.build();
      profile.dataSet = edition("second");
      const life = new Lifeline(at, death);
      const index = profile.start(onLine(life, profile));
      await expect(index.rebuild()).rejects.toThrow("killed");
      const segment = await profile.start().open();
      const isSwitched = at > 3 || (at === 3 && death === "after");
      expect(await editionsIn(segment)).toEqual([isSwitched ? "second" : "first"]);
    });

    test("leaves no blocks behind once a build has been through", async () => {
      await profile.build();
      const life = new Lifeline(at, death);
      await expect(profile.start(onLine(life, profile)).rebuild()).rejects.toThrow("killed");
      await profile.start().rebuild();
      expect(await generationsInDatabase()).toHaveLength(1);
    });
  },
);
