import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Services } from "../../../platform/background/services.ts";
import { recoverAtStart } from "../../../platform/background/start-up.ts";
import { type Death, deaths, Lifeline } from "../lifeline.ts";
import {
  addedNow,
  answeringNow,
  edition,
  editionsIn,
  generationsInDatabase,
  Machine,
} from "../workers.ts";

/** Two blocks of a source. */
const ARTICLES = 8;

let machine: Machine;
beforeEach(() => {
  vi.restoreAllMocks();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  machine = new Machine();
  const request = async (_name: string, _options: unknown, run: (lock: object) => unknown) =>
    run({});
  vi.stubGlobal("navigator", { locks: { request } });
});

/** Does something with a worker that dies on the way, and gives how many calls it made. */
async function dying(
  life: Lifeline,
  work: (services: Services) => Promise<unknown>,
): Promise<number> {
  const services = machine.start(life.stores(machine.sources));
  const release = life.holdStorage();
  await work(services).catch(() => undefined);
  await services.jobs.idle();
  release();
  return life.calls;
}

/** A worker that was started after another, and has done what it does at its start. */
async function restarted(): Promise<Services> {
  const services = machine.start();
  await recoverAtStart(services, async () => false);
  await services.jobs.idle();
  return services;
}

/** That the list, the database and the sources hold these data sets, and nothing else. */
async function expectKept(sources: readonly string[]): Promise<void> {
  expect(await answeringNow()).toEqual(sources.map((source) => [source, "good"]));
  expect(await machine.sources.names()).toEqual(sources);
  const generations = await generationsInDatabase();
  const used = (await addedNow()).map(({ answering }) => answering?.generation);
  expect(generations.sort()).toEqual(used.sort());
}

/** Imports the second edition with a worker that dies, in place of the first if there is one. */
async function importAndDie(at: number, death: Death): Promise<void> {
  const request = await machine.staged("s2", edition("second", ARTICLES));
  await dying(new Lifeline(at, death), ({ jobs }) => jobs.import(request));
}

// To the last write: the pages are told.
const CALLS_OF_IMPORT = 21;
const CALLS_OF_REPLACE = 23;
const CALLS_OF_DISCARD = 5;

/** What the user can cancel: an import that was interrupted just before the switch. */
async function interrupt(): Promise<void> {
  await importAndDie(6, "before");
  expect(await (await restarted()).jobs.status()).toMatchObject({ state: "interrupted" });
}

test("the cases below cover every call", async () => {
  const request = await machine.staged("s1", edition("first", ARTICLES));
  const imported = new Lifeline();
  expect(await dying(imported, ({ jobs }) => jobs.import(request))).toBe(CALLS_OF_IMPORT);
  const again = await machine.staged("s2", edition("second", ARTICLES));
  const replaced = new Lifeline();
  expect(await dying(replaced, ({ jobs }) => jobs.import(again))).toBe(CALLS_OF_REPLACE);
});

test("the cases below cover every call of a cancel", async () => {
  await interrupt();
  expect(await dying(new Lifeline(), ({ jobs }) => jobs.discard())).toBe(CALLS_OF_DISCARD);
});

describe.each(deaths(CALLS_OF_IMPORT))(
  "a worker that is killed %s call %i of an import",
  (death, at) => {
    test("leaves all or nothing, and an import that was begun can be resumed", async () => {
      await importAndDie(at, death);
      const services = await restarted();
      const job = await services.jobs.status();
      const editions = await editionsIn(services, ARTICLES);
      expect([["none"], ["second"]]).toContainEqual(editions);
      if (job !== null) {
        expect(job.state).toBe("interrupted");
        await services.jobs.resume();
        await services.jobs.idle();
      }
      expect(await services.jobs.status()).toBeNull();
      const isDone = job !== null || editions[0] === "second";
      expect(await editionsIn(services, ARTICLES)).toEqual([isDone ? "second" : "none"]);
      await expectKept(isDone ? ["s2"] : []);
    });

    test("leaves an import that can be cancelled, unless it is complete", async () => {
      await importAndDie(at, death);
      const services = await restarted();
      const [isDone] = (await answeringNow()).map(([source]) => source === "s2");
      await services.jobs.discard();
      expect(await services.jobs.status()).toBeNull();
      await expectKept(isDone ? ["s2"] : []);
    });
  },
);

describe.each(deaths(CALLS_OF_REPLACE))(
  "a worker that is killed %s call %i of an import that replaces",
  (death, at) => {
    beforeEach(() => machine.import("s1", edition("first", ARTICLES)));

    test("leaves the old index or the new one, and an import that was begun can be resumed", async () => {
      await importAndDie(at, death);
      const services = await restarted();
      const job = await services.jobs.status();
      const editions = await editionsIn(services, ARTICLES);
      expect([["first"], ["second"]]).toContainEqual(editions);
      if (job !== null) {
        expect(editions).toEqual(["first"]);
        await services.jobs.resume();
        await services.jobs.idle();
      }
      const isDone = job !== null || editions[0] === "second";
      expect(await editionsIn(services, ARTICLES)).toEqual([isDone ? "second" : "first"]);
      await restarted();
      await expectKept([isDone ? "s2" : "s1"]);
    });

    test("leaves the old index when the user cancels, unless the new one is complete", async () => {
      await importAndDie(at, death);
      const services = await restarted();
      const [before] = await editionsIn(services, ARTICLES);
      await services.jobs.discard();
      expect(await editionsIn(services, ARTICLES)).toEqual([before]);
      await restarted();
      await expectKept([before === "second" ? "s2" : "s1"]);
    });
  },
);

describe.each(deaths(CALLS_OF_DISCARD))(
  "a worker that is killed %s call %i of a cancel",
  (death, at) => {
    test("leaves an import that can be cancelled again, and then nothing", async () => {
      await importAndDie(6, "before");
      await restarted();
      await dying(new Lifeline(at, death), ({ jobs }) => jobs.discard());
      const services = await restarted();
      await services.jobs.discard();
      expect(await services.jobs.status()).toBeNull();
      await expectKept([]);
    });
  },
);

describe("an index that was lost", () => {
  // From the look-up that finds it lost to the last write.
  const CALLS_OF_REBUILD = 19;

  const lookUp = (services: Services) =>
    services.library.lookUp(async (segments) => (await segments).length);

  beforeEach(async () => {
    await machine.import("s1", edition("first", ARTICLES));
    globalThis.indexedDB = new IDBFactory();
  });

  test("makes no more calls than these cases cover", async () => {
    expect(await dying(new Lifeline(), lookUp)).toBe(CALLS_OF_REBUILD);
  });

  test.each(deaths(CALLS_OF_REBUILD))(
    "is there in the end, though a worker dies %s call %i",
    async (death, at) => {
      await dying(new Lifeline(at, death), lookUp);
      const services = await restarted();
      await lookUp(services);
      await services.jobs.idle();
      expect(await editionsIn(services, ARTICLES)).toEqual(["first"]);
      await expectKept(["s1"]);
    },
  );
});
