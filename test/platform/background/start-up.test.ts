import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { purgeRemoved } from "../../../platform/background/purge-removed.ts";
import { changeDataSet, readDataSets } from "../../../platform/storage/data-sets.ts";
import { requestsTo } from "../requests.ts";
import {
  addedNow,
  answeringNow,
  edition,
  editionsIn,
  generationsInDatabase,
  leaveBuild,
  NOW,
  rowsInDatabase,
} from "../workers.ts";
import { machine, recover, startAfresh } from "./recovery.ts";

beforeEach(startAfresh);

describe("an import that was running", () => {
  test("was interrupted", async () => {
    await machine.leave("g", "s1", edition("second"));
    const services = await recover();
    expect(await services.jobs.status()).toMatchObject({ kind: "import", state: "interrupted" });
    expect(await answeringNow()).toEqual([[null, "good"]]);
    const { dataSets } = await requestsTo(services).status();
    expect(dataSets.map(({ isBundled }) => isBundled)).toEqual([true]);
  });

  test("is marked as interrupted once", async () => {
    await machine.leave("g", "s1", edition("second"));
    const services = machine.start();
    await Promise.all([services.jobs.schedule(), services.jobs.schedule()]);
    expect(await services.jobs.status()).toMatchObject({ state: "interrupted" });
    await Promise.all([services.jobs.resume(), services.jobs.resume(), services.jobs.schedule()]);
    await services.jobs.idle();
    const ends = machine.progress.filter((job) => job === null);
    expect(ends.length).toBe(1);
    expect(await addedNow()).toMatchObject([{ answering: { source: "s1", generation: "g" } }]);
    expect(await editionsIn(services)).toEqual(["second"]);
  });

  test("and had been committed is complete, although its worker ended before it could clean up", async () => {
    await machine.import("s1", edition("first"));
    const remove = vi.spyOn(machine.sources, "remove").mockRejectedValue(new Error("killed"));
    await machine.import("s2", edition("second"));
    remove.mockRestore();
    expect(await machine.sources.names()).toEqual(["s1", "s2"]);
    const services = await recover();
    expect(await services.jobs.status()).toBeNull();
    expect(await answeringNow()).toEqual([["s2", "good"]]);
    expect(await editionsIn(services)).toEqual(["second"]);
  });

  test("and whose blocks are lost can be resumed or cancelled", async () => {
    await machine.leave("g", "s1", edition("second"));
    const services = await recover();
    expect(await services.jobs.status()).toMatchObject({ state: "interrupted" });
    await services.jobs.discard();
    expect(await rowsInDatabase()).toEqual([]);
    expect(await machine.sources.names()).toEqual([]);
  });

  test("under a version that stored it apart from the list is built", async () => {
    const { info, access, source } = await machine.staged("s1", edition("second"));
    const old = { state: "interrupted", failure: null, generation: "g", addedAt: NOW };
    await browser.storage.local.set({ import: { ...old, info, access, source } });
    const services = await recover();
    expect(await answeringNow()).toEqual([["s1", "good"]]);
    expect(await editionsIn(services)).toEqual(["second"]);
    expect(await browser.storage.local.get("import")).toEqual({});
  });

  test("and whose row was lost with the database is built automatically", async () => {
    await machine.leave("g", "s1", edition("second"));
    globalThis.indexedDB = new IDBFactory();
    const services = await recover();
    expect(await services.jobs.status()).toBeNull();
    expect(await editionsIn(services)).toEqual(["second"]);
  });
});

describe("a rebuild that was running", () => {
  beforeEach(async () => {
    await machine.import("s1", edition("first"));
    globalThis.indexedDB = new IDBFactory();
    await leaveBuild({ owner: "mine", source: "s1", generation: "half", isImport: false });
  });

  test("continues automatically, as the same generation", async () => {
    const services = await recover();
    expect(await addedNow()).toMatchObject([{ health: "good", answering: { generation: "half" } }]);
    expect(await editionsIn(services)).toEqual(["first"]);
  });

  test("continues once, also when it is requested twice", async () => {
    const services = machine.start();
    await Promise.all([services.jobs.schedule(), services.jobs.schedule()]);
    await services.jobs.schedule();
    await services.jobs.idle();
    expect(await addedNow()).toMatchObject([{ health: "good", answering: { generation: "half" } }]);
    expect(await editionsIn(services)).toEqual(["first"]);
  });

  test("does not continue in memory", async () => {
    await recover(
      false,
      machine.start({ openStore: () => Promise.reject(new Error("no database")) }),
    );
    expect(await answeringNow()).toEqual([[null, "rebuilding"]]);
  });

  test("pauses for an import, and continues after it", async () => {
    const request = await machine.staged("s2", edition("other"), { id: "other", name: "Other" });
    machine.progress.length = 0;
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    const services = machine.start({ pause: async () => resolve() });
    await services.jobs.schedule();
    await reached;
    await services.jobs.import(request);
    expect(await services.jobs.status()).toMatchObject({ kind: "import", name: "Other" });
    await services.jobs.idle();
    expect(await answeringNow()).toEqual([
      ["s1", "good"],
      ["s2", "good"],
    ]);
    // The rebuild that was stopped, the import, the rebuild.
    expect(machine.progress.filter((job) => job === null).length).toBe(3);
  });
});

test("several lost indexes are built one after the other", async () => {
  for (const n of [1, 2, 3])
    await machine.import(`s${n}`, edition(`${n}`), { id: `set-${n}`, name: `Set ${n}` });
  globalThis.indexedDB = new IDBFactory();
  const services = machine.start();
  await services.library.segments();
  await services.jobs.idle();
  expect((await answeringNow()).map(([, health]) => health)).toEqual(["good", "good", "good"]);
  expect((await generationsInDatabase()).length).toBe(3);
});

describe("a data set that was deleted", () => {
  beforeEach(async () => {
    await machine.import("s1", edition("first"));
    vi.useFakeTimers({ toFake: ["Date"], now: NOW + 40_000 });
  });

  test.each([
    [30_001, []],
    [29_999, ["s1"]],
  ])("%i ms before the start leaves %j", async (ago, left) => {
    await changeDataSet("mine", (now) => ({ ...now, removedAt: NOW + 40_000 - ago }));
    await purgeRemoved(await recover(), Date.now());
    vi.useRealTimers();
    expect(await machine.sources.names()).toEqual(left);
    expect((await readDataSets()).map(({ editions }) => editions[0]?.source)).toEqual(left);
    expect((await generationsInDatabase()).length).toBe(left.length);
  });
});

describe("the content script's registration", () => {
  test("is repeated when it was interrupted", async () => {
    await recover(true);
    expect(machine.registered).toEqual(["*://*.bundled.example/*"]);
  });

  test("is not repeated otherwise", async () => {
    await recover();
    expect(machine.registered).toEqual([]);
  });
});
