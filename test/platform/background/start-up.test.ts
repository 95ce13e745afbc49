import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { recoverAtStart } from "../../../platform/background/start-up.ts";
import { changeDataSet, readRegistry } from "../../../platform/storage/data-set-registry.ts";
import { readImportJob, writeImportJob } from "../../../platform/storage/import-job.ts";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { stagingLock } from "../../../platform/store/source-store.ts";
import { requestsTo } from "../requests.ts";
import { edition, editionsIn, generationsInDatabase, Machine, NOW } from "../workers.ts";

let machine: Machine;
/** Locks that an open page holds. */
let held: string[];

beforeEach(() => {
  vi.restoreAllMocks();
  machine = new Machine();
  held = [];
  // Stands in for the browser's locks, which Node lacks.
  const request = async (
    name: string,
    _options: { readonly signal: AbortSignal },
    run: () => Promise<unknown>,
  ) => {
    if (held.includes(name)) throw new DOMException("waited in vain", "TimeoutError");
    return run();
  };
  vi.stubGlobal("navigator", { locks: { request } });
});

const recover = async (isPending = false, services = machine.start()) => {
  await recoverAtStart(services, async () => isPending);
  await services.jobs.idle();
  return services;
};

describe("an import that was running", () => {
  test("was interrupted", async () => {
    await machine.leave("running", "g", "s1", edition("second"));
    const services = await recover();
    expect(await services.jobs.status()).toMatchObject({ kind: "import", state: "interrupted" });
    expect((await readRegistry()).added).toEqual([]);
  });

  test("was interrupted, also where this is said twice", async () => {
    await machine.leave("running", "g", "s1", edition("second"));
    const services = machine.start();
    await Promise.all([services.jobs.recover(), services.jobs.recover()]);
    expect(await readImportJob()).toMatchObject({ state: "interrupted" });
    await Promise.all([services.jobs.resume(), services.jobs.resume(), services.jobs.recover()]);
    await services.jobs.idle();
    const ends = machine.progress.filter((job) => job === null);
    expect(ends.length).toBe(1);
    expect((await readRegistry()).added).toMatchObject([{ source: "s1", generation: "g" }]);
    expect(await editionsIn(services)).toEqual(["second"]);
  });

  test("and had switched already is finished, once", async () => {
    await machine.import("s1", edition("second"));
    const [dataSet] = (await readRegistry()).added;
    if (dataSet === undefined) throw new Error("nothing imported");
    await changeDataSet("mine", (now) => ({ ...now, generation: "older", source: "s0" }));
    const { info, access, generation } = dataSet;
    const left = { state: "running", failure: null, source: "s1", addedAt: NOW + 7 } as const;
    await writeImportJob({ ...left, info, access, generation });
    await machine.sources.stage("s0", edition("first"));
    const services = machine.start();
    await Promise.all([services.jobs.recover(), services.jobs.recover()]);
    expect((await readRegistry()).added).toEqual([dataSet]);
    expect(await readImportJob()).toBeNull();
    expect(await machine.sources.names()).toEqual(["s1"]);
  });

  test("and had switched to what cannot be read was interrupted, and can be resumed or cancelled", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await machine.leave("running", "g", "s1", edition("second"));
    const store = await openIndexedDbStore();
    const record = { dataSet: "mine", generation: "g", source: "s1", format: 4, builtAt: NOW };
    await store.activate({ ...record, bytes: 1, records: 1 }, []);
    const services = await recover();
    expect(await services.jobs.status()).toMatchObject({ state: "interrupted" });
    await services.jobs.discard();
    expect(await store.segments()).toEqual([]);
    expect(await machine.sources.names()).toEqual([]);
  });
});

describe("a rebuild that was running", () => {
  beforeEach(async () => {
    await machine.import("s1", edition("first"));
    globalThis.indexedDB = new IDBFactory();
    await changeDataSet("mine", (now) => ({ ...now, state: "stale", building: "half" }));
  });

  test("goes on by itself, as the generation it was", async () => {
    const services = await recover();
    expect((await readRegistry()).added).toMatchObject([{ state: "ready", generation: "half" }]);
    expect(await editionsIn(services)).toEqual(["first"]);
  });

  test("goes on once, also where this is said twice", async () => {
    const services = machine.start();
    await Promise.all([services.jobs.recover(), services.jobs.rebuildStale()]);
    await services.jobs.recover();
    await services.jobs.idle();
    expect((await readRegistry()).added).toMatchObject([{ state: "ready", generation: "half" }]);
    expect(await editionsIn(services)).toEqual(["first"]);
  });

  test("does not in memory", async () => {
    await recover(
      false,
      machine.start({ openStore: () => Promise.reject(new Error("no database")) }),
    );
    expect((await readRegistry()).added).toMatchObject([{ state: "stale" }]);
  });

  test("makes way for an import, and goes on after it", async () => {
    machine.progress.length = 0;
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    const services = machine.start({ pause: async () => resolve() });
    await services.jobs.recover();
    await reached;
    const request = await machine.staged("s2", edition("other"), { id: "other", name: "Other" });
    await services.jobs.import(request);
    expect(await services.jobs.status()).toMatchObject({ kind: "import", name: "Other" });
    await services.jobs.idle();
    expect((await readRegistry()).added).toMatchObject([
      { source: "s1", state: "ready" },
      { source: "s2", state: "ready" },
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
  expect((await readRegistry()).added.map(({ state }) => state)).toEqual([
    "ready",
    "ready",
    "ready",
  ]);
  expect((await generationsInDatabase()).length).toBe(4);
});

describe("sources that belong to nothing", () => {
  test("are taken out, the others stay", async () => {
    await machine.import("s1", edition("first"));
    await machine.leave("running", "g", "s2", edition("second"));
    await machine.sources.stage("orphan", edition("nobody"));
    await recover();
    expect(await machine.sources.names()).toEqual(["s1", "s2"]);
  });

  test("stay while a page is writing them", async () => {
    await machine.sources.stage("staging", edition("soon"));
    held = [stagingLock("staging")];
    await recover();
    expect(await machine.sources.names()).toEqual(["staging"]);
    held = [];
    await recover();
    expect(await machine.sources.names()).toEqual([]);
  });

  test("stay when they are confirmed while the sweep runs", async () => {
    const services = machine.start();
    const request = await machine.staged("s1", edition("first"));
    const { names } = machine.sources;
    vi.spyOn(machine.sources, "names").mockImplementation(async () => {
      const before = await names.call(machine.sources);
      await services.jobs.import(request);
      return before;
    });
    await recover(false, services);
    expect(await editionsIn(services)).toEqual(["first"]);
    expect([...machine.sources.kept.keys()]).toEqual(["s1"]);
  });

  test("stay when they are confirmed while their lock is waited for", async () => {
    const services = machine.start();
    const request = await machine.staged("s1", edition("first"));
    const locks = {
      async request(_name: string, _options: unknown, run: () => Promise<unknown>) {
        await services.jobs.import(request);
        return run();
      },
    };
    vi.stubGlobal("navigator", { locks });
    await recover(false, services);
    expect([...machine.sources.kept.keys()]).toEqual(["s1"]);
  });

  test("are taken out when a page asks, without another start", async () => {
    const services = await recover();
    await machine.sources.stage("orphan", edition("nobody"));
    await requestsTo(services).sweep();
    expect(await machine.sources.names()).toEqual([]);
  });

  test("are not looked for in a window without storage", async () => {
    await machine.sources.stage("orphan", edition("nobody"));
    const names = vi.spyOn(machine.sources, "names");
    await recover(
      false,
      machine.start({ openStore: () => Promise.reject(new Error("no database")) }),
    );
    expect(names).not.toHaveBeenCalled();
  });
});

describe("what was deleted", () => {
  beforeEach(async () => {
    await machine.import("s1", edition("first"));
    vi.useFakeTimers({ toFake: ["Date"], now: NOW + 40_000 });
  });

  test.each([
    [30_001, []],
    [29_999, ["s1"]],
  ])("%i ms before the start leaves %j", async (ago, left) => {
    await changeDataSet("mine", (now) => ({ ...now, deletedAt: NOW + 40_000 - ago }));
    await recover();
    vi.useRealTimers();
    expect(await machine.sources.names()).toEqual(left);
    expect((await readRegistry()).added.map(({ source }) => source)).toEqual(left);
    expect((await generationsInDatabase()).length).toBe(1 + left.length);
  });
});

describe("the content script's registration", () => {
  test("is done again when it was cut short", async () => {
    await recover(true);
    expect(machine.registered).toEqual(["*://*.bundled.example/*"]);
  });

  test("is left alone otherwise", async () => {
    await recover();
    expect(machine.registered).toEqual([]);
  });
});
