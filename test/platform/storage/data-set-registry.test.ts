import { beforeEach, describe, expect, test } from "vitest";
import browser from "webextension-polyfill";
import {
  type AddedDataSet,
  changeDataSet,
  changeRegistry,
  readRegistry,
} from "../../../platform/storage/data-set-registry.ts";
import fakeBrowser from "../../fake-browser.ts";
import { dataSetOf } from "../../fixtures/records.ts";

beforeEach(() => {
  fakeBrowser.reset();
});

function added(id: string): AddedDataSet {
  return {
    info: { ...dataSetOf([]).info, id, name: id },
    source: `source of ${id}`,
    generation: "g",
    isEnabled: true,
    access: "sites",
    addedAt: 1,
    deletedAt: null,
    builtAt: 2,
    articles: 3,
    outlets: 4,
    sourceBytes: 5,
    indexBytes: 6,
    lostRecords: 0,
    building: null,
    state: "ready",
  };
}

const EMPTY = { isBundledEnabled: true, added: [] };

describe("the list of data sets", () => {
  test("is empty at first, with the bundled one switched on", async () => {
    expect(await readRegistry()).toEqual(EMPTY);
  });

  test.each([null, "text", 7, [], { added: "none", isBundledEnabled: "yes" }])(
    "is empty where storage holds %j",
    async (junk) => {
      await browser.storage.local.set({ dataSets: junk });
      expect(await readRegistry()).toEqual(EMPTY);
    },
  );

  test("is read as it was written", async () => {
    const registry = { isBundledEnabled: false, added: [added("a"), added("b")] };
    expect(await changeRegistry(() => registry)).toEqual(registry);
    expect(await readRegistry()).toEqual(registry);
  });

  test("keeps the data sets beside one that cannot be read", async () => {
    const entries = [added("a"), { ...added("b"), state: "on fire" }, null, added("c")];
    await browser.storage.local.set({ dataSets: { isBundledEnabled: false, added: entries } });
    expect(await readRegistry()).toEqual({
      isBundledEnabled: false,
      added: [added("a"), added("c")],
    });
  });

  test("keeps all of the changes that come together", async () => {
    const ids = ["a", "b", "c", "d"];
    await Promise.all(
      ids.map((id) =>
        changeRegistry((registry) => ({ ...registry, added: [...registry.added, added(id)] })),
      ),
    );
    expect((await readRegistry()).added.map(({ info }) => info.id)).toEqual(ids);
  });

  test("can be changed after a change that failed", async () => {
    const failing = changeRegistry(() => {
      throw new RangeError("no such data set");
    });
    const next = changeRegistry((registry) => ({ ...registry, isBundledEnabled: false }));
    await expect(failing).rejects.toThrow("no such data set");
    expect(await next).toEqual({ ...EMPTY, isBundledEnabled: false });
  });
});

describe("a data set", () => {
  beforeEach(() => changeRegistry(() => ({ ...EMPTY, added: [added("a"), added("b")] })));

  test("is changed alone, and stays in its place", async () => {
    await changeDataSet("a", (dataSet) => ({ ...dataSet, isEnabled: false }));
    expect((await readRegistry()).added).toEqual([{ ...added("a"), isEnabled: false }, added("b")]);
  });

  test("that is not there is not made", async () => {
    await changeDataSet("c", (dataSet) => ({ ...dataSet, isEnabled: false }));
    expect((await readRegistry()).added).toEqual([added("a"), added("b")]);
  });
});
