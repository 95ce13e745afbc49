import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { purgeRemoved } from "../../../platform/background/purge-removed.ts";
import type { ServiceDeps } from "../../../platform/background/service-deps.ts";
import type { Services } from "../../../platform/background/services.ts";
import { readDataSets } from "../../../platform/storage/data-sets.ts";
import { record } from "../../fixtures/records.ts";
import { requestsTo } from "../requests.ts";
import {
  edition,
  editionsIn,
  generationsInDatabase,
  Machine,
  NOW,
  rowsInDatabase,
  segmentsInDatabase,
} from "../workers.ts";

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

let id: string;
beforeEach(async () => {
  await machine.sources.stage("s1", edition("first"));
  id = await ask.importAs("s1");
});

describe("a data set that is deleted", () => {
  test("disappears at once, with its sites", async () => {
    const { dataSets } = await ask.delete(id);
    expect(dataSets.map(({ isBundled }) => isBundled)).toEqual([true]);
    expect(await editionsIn(services)).toEqual(["none"]);
    expect(machine.registered).toEqual(["*://*.bundled.example/*"]);
  });

  test("is listed for any page as long as it can be restored", async () => {
    await ask.delete(id);
    start();
    vi.setSystemTime(NOW + 30_000);
    expect((await ask.status()).deleted).toEqual([{ id, name: "Mine", place: 1 }]);
    vi.setSystemTime(NOW + 30_001);
    expect((await ask.status()).deleted).toEqual([]);
  });

  test("is listed with other deleted ones, each in its place", async () => {
    await machine.sources.stage("s2", [record("https://other.example/1")]);
    const other = await ask.importAs("s2", { name: "Other" });
    await ask.delete(other);
    expect((await ask.delete(id)).deleted).toEqual([
      { id, name: "Mine", place: 1 },
      { id: other, name: "Other", place: 2 },
    ]);
  });

  test("cannot be restored when it is too late", async () => {
    await ask.delete(id);
    vi.setSystemTime(NOW + 30_001);
    expect((await ask.restore(id)).dataSets.map(({ isBundled }) => isBundled)).toEqual([true]);
  });

  test("is restored with a number when its name is taken", async () => {
    await ask.delete(id);
    await machine.sources.stage("s2", edition("second"));
    await ask.importAs("s2");
    const { dataSets } = await ask.restore(id);
    expect(dataSets.map(({ info }) => info.name)).toEqual(["Made up", "Mine 2", "Mine"]);
  });

  test("sets an alarm for the time when it cannot be restored any more", async () => {
    await ask.delete(id);
    expect((await browser.alarms.get("purge"))?.scheduledTime).toBe(NOW + 31_000);
  });

  test("can be restored for 30 seconds", async () => {
    await ask.delete(id);
    vi.setSystemTime(NOW + 29_999);
    const { dataSets } = await ask.restore(id);
    expect(dataSets[1]?.info.id).toBe(id);
    await purgeRemoved(services, NOW + 90_000);
    expect(await editionsIn(services)).toEqual(["first"]);
  });

  test("leaves no blocks and files after that", async () => {
    await ask.delete(id);
    await purgeRemoved(services, NOW + 31_000);
    expect(await readDataSets()).toEqual([]);
    expect(await machine.sources.names()).toEqual([]);
    expect(await segmentsInDatabase()).toEqual([]);
    expect(await generationsInDatabase()).toEqual([]);
  });

  test("during its rebuild stops the rebuild, and leaves no blocks", async () => {
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    start({ pause: async () => resolve() });
    await ask.rebuild(id);
    await reached;
    await ask.delete(id);
    expect(await services.jobs.status()).toBeNull();
    await services.jobs.idle();
    const row = (await rowsInDatabase()).find(({ state }) => state === "building");
    const store = await services.ledger.store();
    const checkpoint = { name: "checkpoint", bytes: Uint8Array.of(1) } as const;
    await store.write(row?.generation ?? "", [checkpoint]);
    await purgeRemoved(services, NOW + 31_000);
    expect(await readDataSets()).toEqual([]);
    expect(await generationsInDatabase()).toEqual([]);
  });

  test("during its rebuild continues the rebuild when it is restored", async () => {
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    start({ pause: async () => resolve() });
    await ask.rebuild(id);
    await reached;
    await ask.delete(id);
    await ask.restore(id);
    await services.jobs.idle();
    expect((await ask.status()).dataSets[1]?.health).toBe("good");
    expect(await editionsIn(services)).toEqual(["first"]);
  });

  test("frees its name for another", async () => {
    await ask.delete(id);
    await machine.sources.stage("s2", edition("second"));
    expect(await ask.importAs("s2")).not.toBe(id);
    expect((await ask.status()).dataSets.map(({ info }) => info.name)).toEqual(["Made up", "Mine"]);
  });
});
