import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import type { ServiceDeps } from "../../../platform/background/service-deps.ts";
import type { Services } from "../../../platform/background/services.ts";
import { readDataSets } from "../../../platform/storage/data-sets.ts";
import { dataSetsItem } from "../../../platform/storage/stored-items.ts";
import { record } from "../../fixtures/records.ts";
import { requestsTo, TEXTS } from "../requests.ts";
import {
  BUNDLED_PAGE,
  dropRows,
  edition,
  editionsIn,
  leaveBuild,
  Machine,
  NOW,
  titleAt,
} from "../workers.ts";

/** Id of the bundled data set. */
const BUNDLED_ID = "made-up";

let machine: Machine;
let services: Services;
let ask: ReturnType<typeof requestsTo>;

function start(changes: Partial<ServiceDeps> = {}): void {
  services = machine.start(changes);
  ask = requestsTo(services);
}

beforeEach(() => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: NOW });
  machine = new Machine();
  start();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("an import that is confirmed", () => {
  test("gets an id of its own, and is listed after the bundled data set", async () => {
    await machine.sources.stage("s1", edition("first"));
    const id = await ask.importAs("s1");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const { dataSets, job, canImport } = await ask.status();
    expect(dataSets).toMatchObject([
      { info: { id: BUNDLED_ID }, isBundled: true, patterns: ["*://*.bundled.example/*"] },
      {
        info: { id, ...TEXTS, records: 24 },
        isBundled: false,
        isEnabled: true,
        articles: 24,
        outlets: 1,
        access: "sites",
        isAccessGranted: true,
        patterns: ["*://*.mine.example/*"],
        health: "good",
        lostRecords: 0,
      },
    ]);
    const [, mine] = dataSets;
    expect(mine?.bytes).toBeGreaterThan(machine.sources.kept.get("s1")?.bytes.length ?? 0);
    expect([job, canImport]).toEqual([null, true]);
  });

  test("replaces the chosen data set", async () => {
    await machine.sources.stage("s1", edition("first"));
    const id = await ask.importAs("s1");
    await machine.sources.stage("s2", edition("second"));
    expect(await ask.importAs("s2", { replaces: id, name: "Mine, renamed" })).toBe(id);
    expect(await editionsIn(services)).toEqual(["second"]);
    expect((await ask.status()).dataSets.map(({ info }) => info.name)).toEqual([
      "Made up",
      "Mine, renamed",
    ]);
  });

  test("may keep its name when it replaces", async () => {
    await machine.sources.stage("s1", edition("first"));
    const id = await ask.importAs("s1");
    await machine.sources.stage("s2", edition("second"));
    expect(await ask.importAs("s2", { replaces: id })).toBe(id);
  });

  test.each([
    ["was not staged", "nothing", {}],
    ["has a name that is taken", "s2", { name: "mine" }],
    ["replaces nothing that is there", "s2", { name: "Other", replaces: "gone" }],
    ["replaces the bundled data set", "s2", { name: "Other", replaces: BUNDLED_ID }],
    ["replaces it by its name in the store", "s2", { name: "Other", replaces: "bundled" }],
  ])("is refused when it %s", async (_, staged, fields) => {
    await machine.sources.stage("s1", edition("first"));
    await ask.importAs("s1");
    await machine.sources.stage("s2", edition("second"));
    await expect(ask.importAs(staged, fields)).rejects.toThrow(TypeError);
    expect(await services.jobs.status()).toBeNull();
    expect((await readDataSets()).map(({ editions }) => editions.length)).toEqual([1]);
  });

  test("is refused when the browser has no database", async () => {
    start({ openStore: () => Promise.reject(new Error("no database")) });
    await machine.sources.stage("s1", edition("first"));
    expect((await ask.status()).canImport).toBe(false);
    await expect(ask.importAs("s1")).rejects.toThrow(TypeError);
  });

  test("can be cancelled, after which there is nothing to resume", async () => {
    const release = Promise.withResolvers<void>();
    start({ pause: () => release.promise });
    await machine.sources.stage("s1", edition("first"));
    expect((await ask.confirm("s1")).job).toMatchObject({ name: "Mine", state: "running" });
    const cancelling = ask.discard();
    release.resolve();
    const cancelled = await cancelling;
    expect(cancelled).toMatchObject({ job: null, dataSets: [{ isBundled: true }] });
    expect((await ask.resume()).job).toBeNull();
  });
});

describe("a data set of the user's own", () => {
  let id: string;
  beforeEach(async () => {
    await machine.sources.stage("s1", edition("first"));
    id = await ask.importAs("s1");
  });

  test("is renamed, in answers too", async () => {
    const { dataSets } = await ask.rename(id, "Mine, renamed");
    expect(dataSets[1]?.info.name).toBe("Mine, renamed");
    const segments = await services.library.segments();
    expect(segments[0]?.meta.dataSet.name).toBe("Mine, renamed");
  });

  test("cannot get the name of another one, but its own", async () => {
    await machine.sources.stage("s2", [record("https://other.example/1")]);
    await ask.importAs("s2", { name: "Other" });
    await expect(ask.rename(id, "Other")).rejects.toThrow("the name is taken");
    expect((await ask.rename(id, "Mine")).dataSets[1]?.info.name).toBe("Mine");
  });

  test("is switched off and on, with its sites", async () => {
    const off = await ask.enable(id, false);
    expect(off.dataSets.map(({ isEnabled }) => isEnabled)).toEqual([true, false]);
    expect(machine.registered).toEqual(["*://*.bundled.example/*"]);
    expect(await editionsIn(services)).toEqual(["none"]);
    await ask.enable(id, true);
    expect(machine.registered).toEqual(["*://*.bundled.example/*", "*://*.mine.example/*"]);
    expect(await editionsIn(services)).toEqual(["first"]);
  });

  test("is shown where the user allows it", async () => {
    const { dataSets } = await ask.access(id, "toolbar");
    expect(dataSets[1]?.access).toBe("toolbar");
    expect(machine.registered).toEqual(["*://*.bundled.example/*"]);
    expect(await editionsIn(services)).toEqual(["first"]);
  });

  test("reports when the browser does not allow its sites", async () => {
    Object.assign(browser, { permissions: { contains: async () => false } });
    const { dataSets } = await ask.status();
    expect(dataSets.map(({ isAccessGranted }) => isAccessGranted)).toEqual([true, false]);
    expect((await ask.access(id, "toolbar")).dataSets[1]?.isAccessGranted).toBe(true);
  });

  test("is rebuilt on request, and answers again afterwards", async () => {
    const { dataSets } = await ask.rebuild(id);
    expect(dataSets[1]?.health).toBe("rebuilding");
    await services.jobs.idle();
    expect((await ask.status()).dataSets[1]?.health).toBe("good");
    expect(await editionsIn(services)).toEqual(["first"]);
  });

  test("whose rebuild failed is rebuilt on request", async () => {
    await dropRows(({ owner }) => owner === id);
    await leaveBuild({
      owner: id,
      source: "s1",
      generation: "g",
      isImport: false,
      state: "failed",
    });
    services.library.refresh();
    expect((await ask.status()).dataSets[1]?.health).toBe("failed");
    await ask.rebuild(id);
    await services.jobs.idle();
    expect((await ask.status()).dataSets[1]?.health).toBe("good");
  });
});

describe("the bundled data set", () => {
  test("is switched off and on, with its sites", async () => {
    const { dataSets } = await ask.enable(BUNDLED_ID, false);
    expect(dataSets).toMatchObject([{ isBundled: true, isEnabled: false }]);
    expect(await titleAt(services, BUNDLED_PAGE)).toBe("none");
    await ask.enable(BUNDLED_ID, true);
    expect(machine.registered).toEqual(["*://*.bundled.example/*"]);
  });

  test("is not switched off by the id of a deleted one", async () => {
    await ask.enable("gone", false);
    expect((await dataSetsItem.read()).isBundledEnabled).toBe(true);
  });

  test("can be neither renamed nor deleted", async () => {
    await ask.rename(BUNDLED_ID, "Other");
    await ask.delete(BUNDLED_ID);
    expect((await ask.status()).dataSets).toMatchObject([{ info: { name: "Made up" } }]);
  });
});

test("a reset deletes the data sets of the user, which can be restored for a while", async () => {
  await machine.sources.stage("s1", edition("first"));
  const id = await ask.importAs("s1");
  await ask.reset();
  expect((await ask.status()).dataSets).toMatchObject([{ isBundled: true }]);
  await ask.restore(id);
  expect((await ask.status()).dataSets.length).toBe(2);
  expect(await editionsIn(services)).toEqual(["first"]);
});
