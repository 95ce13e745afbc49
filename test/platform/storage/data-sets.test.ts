import { beforeEach, describe, expect, test } from "vitest";
import browser from "webextension-polyfill";
import type { DataSetEntry, Edition } from "../../../platform/storage/data-set-entry.ts";
import {
  addEdition,
  changeDataSet,
  changeDataSets,
  readDataSets,
  removeEdition,
} from "../../../platform/storage/data-sets.ts";
import { dataSetsItem } from "../../../platform/storage/stored-items.ts";
import fakeBrowser from "../../fake-browser.ts";
import { dataSetOf } from "../../fixtures/records.ts";

beforeEach(() => {
  fakeBrowser.reset();
});

function edition(id: string, source = `source of ${id}`): Edition {
  return { info: { ...dataSetOf([]).info, id, name: id }, access: "sites", source };
}

function added(id: string): DataSetEntry {
  return { id, editions: [edition(id)], isEnabled: true, addedAt: 1, removedAt: null };
}

const stored = async (key = "dataSets") => (await browser.storage.local.get(key))[key];

describe("the list of data sets", () => {
  test("is empty at first, with the bundled one switched on", async () => {
    expect(await dataSetsItem.read()).toEqual({ isBundledEnabled: true, added: [] });
    expect(await dataSetsItem.isReadable()).toBe(true);
  });

  test("is read as it was written", async () => {
    const list = { isBundledEnabled: false, added: [added("a"), added("b")] };
    expect(await dataSetsItem.change(() => list)).toEqual(list);
    expect(await dataSetsItem.read()).toEqual(list);
    expect(await dataSetsItem.isReadable()).toBe(true);
  });

  test("is changed by concurrent calls one after the other", async () => {
    await Promise.all(
      ["a", "b", "c"].map((id) => changeDataSets((before) => [...before, added(id)])),
    );
    expect((await readDataSets()).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  test("can be changed after a change that failed", async () => {
    const failing = changeDataSets(() => {
      throw new Error("a bug");
    });
    await expect(failing).rejects.toThrow("a bug");
    await changeDataSets(() => [added("a")]);
    expect((await readDataSets()).map(({ id }) => id)).toEqual(["a"]);
  });
});

describe("an entry of the list that cannot be read", () => {
  const newer = { ...added("newer"), editions: [{ ...edition("newer"), access: "on Sundays" }] };
  const ofAnotherVersion = { version: 9, id: "other", files: ["f1"] };

  test.each([
    ["one entry with an unknown value", newer],
    ["an entry of a newer version", ofAnotherVersion],
    ["an entry that is none", null],
  ])("leaves the others readable, and is kept unchanged: %s", async (_, entry) => {
    const entries = [added("a"), entry, added("b")];
    await browser.storage.local.set({ dataSets: { isBundledEnabled: false, added: entries } });
    expect((await readDataSets()).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(await dataSetsItem.isReadable()).toBe(false);
    await changeDataSet("a", (one) => ({ ...one, isEnabled: false }));
    expect(await stored()).toEqual({
      isBundledEnabled: false,
      added: [{ ...added("a"), isEnabled: false }, added("b"), entry],
    });
    expect(await dataSetsItem.isReadable()).toBe(false);
  });

  test.each(["text", 7, [added("a")], { added: "none" }])(
    "as a whole is set aside by the first change, verbatim: %j",
    async (junk) => {
      await browser.storage.local.set({ dataSets: junk });
      expect(await readDataSets()).toEqual([]);
      expect(await dataSetsItem.isReadable()).toBe(false);
      expect(await stored()).toEqual(junk);
      await changeDataSets(() => [added("b")]);
      expect(await stored("dataSets.unreadable")).toEqual([junk]);
      expect((await readDataSets()).map(({ id }) => id)).toEqual(["b"]);
      expect(await dataSetsItem.isReadable()).toBe(false);
    },
  );

  test("is set aside beside earlier ones", async () => {
    for (const junk of ["one", "two"]) {
      await browser.storage.local.set({ dataSets: junk });
      await changeDataSets(() => []);
    }
    expect(await stored("dataSets.unreadable")).toEqual(["one", "two"]);
  });
});

test("of an entry from before version 3 of the database, only the user's choices are read", async () => {
  const { info, access, source } = edition("old");
  const built = { generation: "g", builtAt: 2, articles: 3, outlets: 4, sourceBytes: 5 };
  const state = { indexBytes: 6, lostRecords: 0, building: null, state: "ready" };
  const said = { info, access, source, isEnabled: false, addedAt: 1, deletedAt: 7 };
  const list = { isBundledEnabled: true, added: [{ ...said, ...built, ...state }] };
  await browser.storage.local.set({ dataSets: list });
  expect(await readDataSets()).toEqual([
    { id: "old", editions: [{ info, access, source }], isEnabled: false, addedAt: 1, removedAt: 7 },
  ]);
  expect(await dataSetsItem.isReadable()).toBe(true);
});

describe("editions", () => {
  test("of a new data set add it at the end", async () => {
    await changeDataSets(() => [added("a")]);
    await addEdition(edition("b"), () => true, 5);
    expect(await readDataSets()).toEqual([added("a"), { ...added("b"), addedAt: 5 }]);
  });

  test("of an existing one leave it in its place, with the editions to be kept", async () => {
    await changeDataSets(() => [added("a"), added("b")]);
    await addEdition(edition("a", "s2"), () => true, 5);
    await addEdition(edition("a", "s3"), ({ source }) => source === "s2", 6);
    const editions = [edition("a", "s2"), edition("a", "s3")];
    expect(await readDataSets()).toEqual([{ ...added("a"), editions }, added("b")]);
  });

  test("that are removed again leave the previous one, or nothing", async () => {
    await changeDataSets(() => [added("a")]);
    await addEdition(edition("a", "s2"), () => true, 5);
    await removeEdition("a", "s2");
    expect(await readDataSets()).toEqual([added("a")]);
    await removeEdition("a", "source of a");
    expect(await readDataSets()).toEqual([]);
  });
});
