import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { UnreadableSegmentError } from "../../../core/segment/unreadable-segment.ts";
import type { Edition } from "../../../platform/storage/data-set-entry.ts";
import { changeDataSet } from "../../../platform/storage/data-sets.ts";
import { dataSetsItem } from "../../../platform/storage/stored-items.ts";
import { dataSetFileOf } from "../../fixtures/data-set-files.ts";
import { record } from "../../fixtures/records.ts";
import {
  answeringNow,
  BUNDLED_PAGE,
  changeRow,
  databaseWith,
  dropRows,
  edition,
  editionsIn,
  Machine,
  NOW,
  packaged,
  titleAt,
} from "../workers.ts";

const BUNDLED_TITLE = `Story at ${BUNDLED_PAGE}`;

let machine: Machine;
beforeEach(async () => {
  vi.restoreAllMocks();
  machine = new Machine();
});

/** Changes what the user said of a data set. */
const changeEdition = (id: string, change: Partial<Edition>) =>
  changeDataSet(id, (entry) => ({
    ...entry,
    editions: entry.editions.map((one) => ({ ...one, ...change })),
  }));

describe("data sets that are switched on", () => {
  beforeEach(async () => {
    await machine.import("s1", edition("first", 4));
    machine.now = NOW + 1000;
    const records = [record("https://other.example/1", { title: "Other" }), ...edition("later", 2)];
    await machine.import("s2", records, { id: "other", name: "Other" });
  });

  test("are all looked up", async () => {
    const services = machine.start();
    expect(await titleAt(services, "https://mine.example/3")).toBe("first");
    expect(await titleAt(services, "https://other.example/1")).toBe("Other");
    expect(await titleAt(services, BUNDLED_PAGE)).toBe(BUNDLED_TITLE);
  });

  test("have priority by when they were added, the last one first, the bundled one last", async () => {
    const segments = await machine.start().library.segments();
    expect(segments.map(({ meta }) => meta.dataSet.id)).toEqual(["other", "mine", "made-up"]);
  });

  test("give one answer with everything they know of a page", async () => {
    const { library } = machine.start();
    const coverage = await library.lookUp((segments) =>
      findCoverage(segments, "https://mine.example/1", []),
    );
    expect(coverage).toMatchObject({
      kind: "article",
      page: { title: "later", dataSets: ["other", "mine"] },
      dataSets: [{ name: "Other" }, { name: "Mine" }],
    });
  });

  test("need access to their sites, except those for the toolbar button only", async () => {
    await changeEdition("mine", { access: "toolbar" });
    await changeEdition("other", { access: "all" });
    expect(await machine.start().library.patterns()).toEqual([
      "*://*.bundled.example/*",
      "*://*.mine.example/*",
      "*://*.other.example/*",
    ]);
    await changeEdition("other", { access: "toolbar" });
    expect(await machine.start().library.patterns()).toEqual(["*://*.bundled.example/*"]);
  });

  test("have the name that the user gave them", async () => {
    await changeDataSet("mine", (entry) => ({
      ...entry,
      editions: entry.editions.map((one) => ({
        ...one,
        info: { ...one.info, name: "Mine, renamed" },
      })),
    }));
    const segments = await machine.start().library.segments();
    expect(segments.map(({ meta }) => meta.dataSet.name)).toContain("Mine, renamed");
  });

  test.each([
    ["switched off", () => changeDataSet("mine", (dataSet) => ({ ...dataSet, isEnabled: false }))],
    ["deleted", () => changeDataSet("mine", (dataSet) => ({ ...dataSet, removedAt: NOW }))],
    ["damaged", () => changeRow("mine", "segment", { isDamaged: true })],
    ["lost", () => dropRows(({ owner }) => owner === "mine")],
  ])("leave out what is %s", async (_, change) => {
    await change();
    const services = machine.start();
    expect(await titleAt(services, "https://mine.example/3")).toBe("outlet");
    expect(await titleAt(services, "https://other.example/1")).toBe("Other");
  });

  test("answer without the bundled one when that is switched off", async () => {
    await dataSetsItem.change((list) => ({ ...list, isBundledEnabled: false }));
    const services = machine.start();
    expect(await titleAt(services, BUNDLED_PAGE)).toBe("none");
    expect(await titleAt(services, "https://other.example/1")).toBe("Other");
  });

  test("answer while the bundled one cannot be opened, which is tried again", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    let isThere = false;
    const file = packaged((await dataSetFileOf([record(BUNDLED_PAGE)])).bytes);
    const services = machine.start({
      openBundledFile: async () => {
        if (!isThere) throw new TypeError("no package");
        return file;
      },
    });
    expect(await titleAt(services, "https://other.example/1")).toBe("Other");
    expect(logged).toHaveBeenCalled();
    isThere = true;
    expect(await titleAt(services, BUNDLED_PAGE)).toBe(BUNDLED_TITLE);
  });

  test("are not looked up without a database", async () => {
    const services = machine.start({ openStore: () => Promise.reject(new Error("no database")) });
    expect(await titleAt(services, "https://other.example/1")).toBe("none");
    expect(await titleAt(services, BUNDLED_PAGE)).toBe(BUNDLED_TITLE);
    expect((await answeringNow()).map(([, health]) => health)).toEqual(["good", "good"]);
  });

  test("are opened once for concurrent look-ups", async () => {
    let reads = 0;
    const counted = databaseWith((store) => ({
      rows() {
        reads++;
        return store.rows();
      },
    }));
    const { library } = machine.start(counted);
    await Promise.all([library.segments(), library.segments(), library.patterns()]);
    expect(reads).toBe(1);
  });
});

test("a page that only an added data set knows is answered without the bundled one", async () => {
  await dataSetsItem.change((list) => ({ ...list, isBundledEnabled: false }));
  await machine.import("s1", edition("first", 4));
  expect(await editionsIn(machine.start(), 4)).toEqual(["first"]);
});

describe("a damaged block of the bundled file", () => {
  /** The bundled file, of which every source block is damaged in the first `files` that are opened. */
  async function startDamaged(files: number) {
    const { bytes } = await dataSetFileOf(machine.bundled);
    let opened = 0;
    const services = machine.start({
      openBundledFile: async () => {
        const given = bytes.slice();
        if (opened++ < files) given[20] = (given[20] ?? 0) ^ 1;
        return packaged(given);
      },
    });
    return { services, opened: () => opened };
  }

  test("makes the look-up open the file again", async () => {
    const { services, opened } = await startDamaged(1);
    expect(await titleAt(services, BUNDLED_PAGE)).toBe(BUNDLED_TITLE);
    expect(opened()).toBe(2);
  });

  test("that is there again fails the look-up", async () => {
    const { services, opened } = await startDamaged(9);
    await expect(titleAt(services, BUNDLED_PAGE)).rejects.toThrow(UnreadableSegmentError);
    expect(opened()).toBe(2);
  });
});

test("the answer is empty without data sets", async () => {
  await dataSetsItem.change((list) => ({ ...list, isBundledEnabled: false }));
  const services = machine.start();
  expect(await titleAt(services, BUNDLED_PAGE)).toBe("none");
  expect(await services.library.patterns()).toEqual([]);
});
