import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { purgeDeleted } from "../../../platform/data-sets/data-set-deletion.ts";
import { changeDataSet, readRegistry } from "../../../platform/data-sets/data-set-registry.ts";
import type { Services, Surroundings } from "../../../platform/services.ts";
import { recoverAtStart } from "../../../platform/start-up.ts";
import { dataSetOf } from "../../fixtures/records.ts";
import { requestsTo } from "../requests.ts";
import {
  databaseWith,
  generationsInDatabase,
  inDatabase,
  Machine,
  NOW,
  segmentsInDatabase,
} from "../workers.ts";
import { headlines, storyAt } from "./story-workers.ts";

let machine: Machine;
/** The story indexes that were switched to, in that order, as the store names them. */
let built: string[];
beforeEach(() => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: NOW });
  const request = async (_name: string, _options: unknown, run: () => unknown) => run();
  vi.stubGlobal("navigator", { locks: { request } });
  machine = new Machine();
  built = [];
});
afterEach(() => {
  vi.useRealTimers();
});

const noted = databaseWith((store) => ({
  async activate(record, keep) {
    if (record.dataSet.endsWith("/stories")) built.push(record.dataSet);
    await store.activate(record, keep);
  },
}));

/** A worker that was started and has built what it could. */
async function started(changes: Partial<Surroundings> = noted): Promise<Services> {
  const services = machine.start(changes);
  services.stories.start();
  await services.stories.idle();
  return services;
}

const generationOf = async (dataSet: string) =>
  (await segmentsInDatabase()).find(([name]) => name === dataSet)?.[1];

/** That every block belongs to a generation in use. */
async function expectNothingLeft(): Promise<void> {
  const inUse = (await segmentsInDatabase()).map(([, generation]) => generation);
  expect((await generationsInDatabase()).sort()).toEqual(inUse.sort());
}

describe("missing story indexes", () => {
  beforeEach(async () => {
    await machine.import("s1", headlines("one"), { id: "one", name: "One" });
    machine.now = NOW + 1000;
    await machine.import("s2", headlines("two"), { id: "two", name: "Two" });
  });

  test("are built one after the other, the bundled one first, then the latest added", async () => {
    await started();
    expect(built).toEqual(["bundled/stories", "two/stories", "one/stories"]);
  });

  test("answer by their text once they are there", async () => {
    const before = machine.start();
    expect(await storyAt(before)).toBe("none");
    expect(await storyAt(await started())).toEqual([
      "https://one.example/0",
      "https://one.example/1",
      "https://one.example/5",
      "https://two.example/0",
      "https://two.example/1",
      "https://two.example/5",
    ]);
  });

  test("leave nothing of their work behind", async () => {
    await started();
    await expectNothingLeft();
  });

  test("are not built again where they are there, nor by the next worker", async () => {
    const services = await started();
    services.stories.look();
    await services.stories.idle();
    await started();
    expect(built.length).toBe(3);
  });

  test("are not built before the worker has put things in order", async () => {
    const services = machine.start(noted);
    services.stories.look();
    await services.stories.idle();
    expect(built).toEqual([]);
  });

  test("of another format are built anew", async () => {
    await started();
    await inDatabase(async (database) => {
      const inUse = await database.get("segments", "two/stories");
      await database.put("segments", { ...inUse, format: inUse.format + 1 });
    });
    await started();
    expect(built.slice(3)).toEqual(["two/stories"]);
    await expectNothingLeft();
  });

  test("keep the background awake, every few seconds", async () => {
    const awake: number[] = [];
    // Each look at the clock is a millisecond.
    await started({ ...noted, now: () => machine.now++, stayAwake: () => awake.push(machine.now) });
    // One at the start of each of three builds, which are over before the next is due.
    expect(awake.length).toBe(3);
  });
});

describe("the bundled story index", () => {
  test("is built after the bundled index, also where that was not there yet", async () => {
    await started();
    expect(built).toEqual(["bundled/stories"]);
  });

  test("follows a bundled index that is built anew", async () => {
    machine.bundled = dataSetOf(headlines("bundled"));
    const services = await started();
    await requestsTo(services).rebuild("bundled");
    await services.stories.idle();
    expect(built).toEqual(["bundled/stories", "bundled/stories"]);
    await expectNothingLeft();
    expect((await storyAt(services)).length).toBe(3);
  });

  test("follows one that an update or a repair builds anew, unasked", async () => {
    const services = await started();
    await services.bundled.rebuild();
    await services.stories.idle();
    expect(built).toEqual(["bundled/stories", "bundled/stories"]);
  });

  test("is of the data that this version of the extension brings", async () => {
    machine.bundled = dataSetOf(headlines("old"));
    await started();
    machine.bundled = dataSetOf([...headlines("new"), ...headlines("more").slice(10)].reverse());
    const services = await started({ ...noted, extensionVersion: "2" });
    expect(await storyAt(services)).toEqual([
      "https://new.example/0",
      "https://new.example/1",
      "https://new.example/5",
    ]);
  });

  test("that cannot be built is no hindrance to the others", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await machine.import("s1", headlines("mine"));
    const loadDataSet = () => Promise.reject(new Error("no package"));
    await started({ ...noted, loadDataSet });
    expect(built).toEqual(["mine/stories"]);
  });

  test("works where the browser gives no database", async () => {
    machine.bundled = dataSetOf(headlines("bundled"));
    const services = await started({ openStore: () => Promise.reject(new Error("no database")) });
    expect((await services.openStore()).kind).toBe("memory");
    expect(await storyAt(services)).toEqual([
      "https://bundled.example/0",
      "https://bundled.example/1",
      "https://bundled.example/5",
    ]);
  });
});

describe("a data set that is replaced", () => {
  test("gets a story index of its new records, and the old one is gone", async () => {
    await machine.import("s1", headlines("first"));
    const services = await started();
    const old = await generationOf("mine/stories");
    await services.jobs.import(await machine.staged("s2", headlines("second")));
    await services.jobs.idle();
    await services.stories.idle();
    expect(built).toEqual(["bundled/stories", "mine/stories", "mine/stories"]);
    expect(await generationsInDatabase()).not.toContain(old);
    await expectNothingLeft();
    expect(await storyAt(services)).toEqual([
      "https://second.example/0",
      "https://second.example/1",
      "https://second.example/5",
    ]);
  });

  test("is not answered from the old one's stories meanwhile", async () => {
    await machine.import("s1", headlines("first"));
    await started();
    await machine.import("s2", headlines("second"));
    expect(await storyAt(machine.start())).toBe("none");
  });
});

describe("a data set that is deleted", () => {
  let id: string;
  let services: Services;
  beforeEach(async () => {
    await machine.sources.stage("s1", headlines("mine"));
    services = machine.start(noted);
    id = await requestsTo(services).importAs("s1");
  });

  const purged = () =>
    vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(1000);
      expect((await readRegistry()).added).toEqual([]);
    });

  test("takes its stories with it when it is gone for good", async () => {
    services.stories.start();
    await services.stories.idle();
    await requestsTo(services).delete(id);
    await vi.advanceTimersByTimeAsync(31_000);
    await purged();
    expect((await segmentsInDatabase()).map(([name]) => name)).toEqual([
      "bundled",
      "bundled/stories",
    ]);
    await expectNothingLeft();
  });

  test("has its stories when it is had back", async () => {
    services.stories.start();
    await services.stories.idle();
    await requestsTo(services).delete(id);
    expect(await storyAt(services)).toBe("none");
    await requestsTo(services).restore(id);
    expect((await storyAt(services)).length).toBe(3);
    expect(built.length).toBe(2);
  });

  test("before its stories were built has them built when it is had back", async () => {
    await requestsTo(services).delete(id);
    services.stories.start();
    await services.stories.idle();
    expect(built).toEqual(["bundled/stories"]);
    await requestsTo(services).restore(id);
    await services.stories.idle();
    expect(built).toEqual(["bundled/stories", `${id}/stories`]);
  });

  test("while its stories are built leaves nothing of them", async () => {
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    services = machine.start({
      ...noted,
      pause() {
        if (services.stories.stateOf(id, "s1").kind !== "building") return Promise.resolve();
        resolve();
        return goOn.promise;
      },
    });
    services.stories.start();
    await reached;
    const deleting = requestsTo(services).delete(id);
    await vi.advanceTimersByTimeAsync(0);
    goOn.resolve();
    await deleting;
    await services.stories.idle();
    expect(built).toEqual(["bundled/stories"]);
    await expectNothingLeft();
  });

  test("just before a build of its stories begins leaves nothing of them either", async () => {
    const [looking, building] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const [look, build] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const store = await services.openStore();
    services.stories.start();
    await services.stories.idle();
    await store.remove(`${id}/stories`, []);
    let isHeld = false;
    services = machine.start({
      async openStore() {
        return {
          ...store,
          async segments() {
            if (isHeld) {
              looking.resolve();
              await look.promise;
            }
            return store.segments();
          },
        };
      },
      pause() {
        if (services.stories.stateOf(id, "s1").kind !== "building") return Promise.resolve();
        building.resolve();
        return build.promise;
      },
    });
    await services.bundled.open();
    isHeld = true;
    services.stories.start();
    await looking.promise;
    // The list of data sets has been read by now: what follows comes too late for the look.
    await services.stories.leave(id);
    await changeDataSet(id, (dataSet) => ({ ...dataSet, deletedAt: NOW }));
    look.resolve();
    await Promise.race([building.promise, services.stories.idle()]);
    expect(services.stories.stateOf(id, "s1").kind).toBe("building");
    const purging = purgeDeleted(services, NOW + 31_000);
    build.resolve();
    await purging;
    await services.stories.idle();
    expect((await segmentsInDatabase()).map(([name]) => name)).not.toContain(`${id}/stories`);
    await expectNothingLeft();
  });

  test("at the next start, too, if the worker ended in between", async () => {
    services.stories.start();
    await services.stories.idle();
    await requestsTo(services).delete(id);
    vi.setSystemTime(NOW + 40_000);
    await recoverAtStart(machine.start(), async () => false);
    expect((await segmentsInDatabase()).map(([name]) => name)).toEqual([
      "bundled",
      "bundled/stories",
    ]);
    await expectNothingLeft();
  });
});

describe("a disk that is full", () => {
  /** A store that takes no blocks of stories for some time, of the data set being built. */
  const isFullFor = (isFull: () => boolean) =>
    databaseWith((store) => ({
      async write(generation, blocks) {
        if (isFull()) throw new DOMException("no space", "QuotaExceededError");
        await store.write(generation, blocks);
      },
      activate:
        noted.openStore === undefined
          ? store.activate
          : async (record, keep) => {
              if (record.dataSet.endsWith("/stories")) built.push(record.dataSet);
              await store.activate(record, keep);
            },
    }));

  let services: Services;
  let isFull = true;
  beforeEach(async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    isFull = true;
    await machine.import("s1", headlines("one"), { id: "one", name: "One" });
    machine.now = NOW + 1000;
    await machine.import("s2", headlines("two"), { id: "two", name: "Two" });
    const database = isFullFor(
      () => isFull && services.stories.stateOf("two", "s2").kind === "building",
    );
    services = machine.start(database);
    services.stories.start();
    await services.stories.idle();
  });

  test("fails the story index, and the others go on", () => {
    expect(built).toEqual(["bundled/stories", "one/stories"]);
    expect(services.stories.stateOf("two", "s2")).toEqual({ kind: "failed" });
    expect(services.stories.stateOf("one", "s1")).toEqual({ kind: "waiting" });
  });

  test("gets its space back", () => expectNothingLeft());

  test("is not tried again under this worker", async () => {
    isFull = false;
    services.stories.look();
    await services.stories.idle();
    expect(built.length).toBe(2);
  });

  test("is tried again when the reader has the index built anew", async () => {
    isFull = false;
    await requestsTo(services).rebuild("two");
    await services.jobs.idle();
    await services.stories.idle();
    expect(built.at(-1)).toBe("two/stories");
    expect(services.stories.stateOf("two", "s2")).toEqual({ kind: "waiting" });
  });

  test("is tried again by the next worker", async () => {
    await started();
    expect(built.at(-1)).toBe("two/stories");
  });

  test("says nothing of the records that replace those", () => {
    expect(services.stories.stateOf("two", "s3")).toEqual({ kind: "waiting" });
  });
});

test("a source that is gone fails its story index only", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await machine.import("s1", headlines("one"), { id: "one", name: "One" });
  machine.now = NOW + 1000;
  await machine.import("s2", headlines("two"), { id: "two", name: "Two" });
  await machine.sources.remove("s2");
  const services = await started();
  expect(built).toEqual(["bundled/stories", "one/stories"]);
  expect(services.stories.stateOf("two", "s2")).toEqual({ kind: "failed" });
});
