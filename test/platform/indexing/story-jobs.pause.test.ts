import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ServiceDeps } from "../../../platform/background/service-deps.ts";
import type { Services } from "../../../platform/background/services.ts";
import { isReady } from "../../../platform/store/build-row.ts";
import {
  databaseWith,
  edition,
  editionsIn,
  generationsInDatabase,
  NOW,
  rowsInDatabase,
  segmentsInDatabase,
} from "../workers.ts";
import { expectNothingLeft, isBuilding, StoryMachine } from "./story-machine.ts";

let machine: StoryMachine;
let services: Services;
/** What the worker did: imports and story indexes that it switched to, in that order. */
let switched: string[];
beforeEach(async () => {
  vi.restoreAllMocks();
  machine = new StoryMachine();
  switched = [];
  await machine.importOneAndTwo();
});

/** A database that does something when a story index is about to be switched to. */
function database(onSwitch: () => Promise<void> = async () => undefined) {
  return databaseWith((store) => ({
    async change(change) {
      const [row] = change.put?.filter(isReady) ?? [];
      if (row?.part === "stories") await onSwitch();
      if (row !== undefined)
        switched.push(row.part === "stories" ? `${row.owner}/stories` : row.owner);
      await store.change(change);
    },
  }));
}

/** Starts a worker whose build is held where it is meant to be; gives what lets it go on. */
async function startHeld(
  isMeant: (services: Services) => boolean,
  changes: Partial<ServiceDeps> = {},
): Promise<() => void> {
  const held = machine.held(isMeant, changes);
  services = held.services;
  services.stories.start();
  await held.reached;
  return held.release;
}

/** The generation of the index that is being built. */
const generationBuilding = async () =>
  (await rowsInDatabase()).find(({ state }) => state === "building")?.generation;

const twoIsBuilding = (services: Services) => isBuilding(services, "two", "s2");

const idle = async () => {
  await services.jobs.idle();
  await services.stories.idle();
};

/** Once all is quiet, that every data set has its stories and that nothing else is there. */
async function expectAllThere(): Promise<void> {
  const segments = await segmentsInDatabase();
  expect(segments.map(([name]) => name).sort()).toEqual(
    ["mine", "one", "two"].flatMap((name) => [name, `${name}/stories`]),
  );
  await expectNothingLeft();
}

test("an import stops the build of a story index, which starts over afterwards", async () => {
  const release = await startHeld(twoIsBuilding, database());
  const generation = await generationBuilding();
  expect(generation).toBeDefined();
  machine.now = NOW + 2000;
  await services.jobs.import(await machine.staged("s3", edition("third")));
  await services.jobs.idle();
  expect(switched).toEqual(["mine"]);
  release();
  await idle();
  expect(switched).toEqual(["mine", "mine/stories", "two/stories", "one/stories"]);
  expect(await generationsInDatabase()).not.toContain(generation);
  await expectAllThere();
});

test("an import that starts while a story index is activated harms neither", async () => {
  const request = await machine.staged("s3", edition("third"));
  let importing: Promise<void> | null = null;
  services = machine.start(
    database(async () => {
      importing ??= services.jobs.import(request);
    }),
  );
  services.stories.start();
  await services.stories.idle();
  await importing;
  await idle();
  expect(await editionsIn(services)).toEqual(["third"]);
  await expectAllThere();
});

test("no build begins when it was paused while choosing the next one", async () => {
  services = machine.start(database());
  services.stories.start();
  // The loop is asking what is missing.
  await services.stories.pause();
  await services.stories.idle();
  expect(switched).toEqual([]);
});

test("the next build does not begin when it was paused during an activation", async () => {
  let way: Promise<void> | null = null;
  services = machine.start(
    database(async () => {
      way = services.stories.pause();
    }),
  );
  services.stories.start();
  await services.stories.idle();
  await way;
  expect(switched).toEqual(["two/stories"]);
});

describe("while it is paused", () => {
  beforeEach(async () => {
    services = machine.start(database());
    services.stories.start();
    await services.stories.pause();
  });

  test.each([
    ["a look for what is missing", () => services.stories.schedule()],
    ["a second try", () => services.stories.retry("two")],
    ["the start", () => services.stories.start()],
  ])("%s starts nothing", async (_, ask) => {
    ask();
    await services.stories.idle();
    expect(switched).toEqual([]);
  });

  test("it can be resumed, even before it has stopped", async () => {
    void services.stories.pause();
    services.stories.resume();
    await services.stories.idle();
    expect(switched).toEqual(["two/stories", "one/stories"]);
  });
});

test("a build that is paused leaves no blocks", async () => {
  const release = await startHeld(() => true);
  const generation = (await generationBuilding()) ?? "";
  const store = await services.ledger.store();
  await store.write(generation, [{ name: "texts/0", bytes: Uint8Array.of(1) }]);
  const way = services.stories.pause();
  release();
  await way;
  expect(await generationsInDatabase()).not.toContain(generation);
  expect(await generationBuilding()).toBeUndefined();
});

test("a running build is kept when other rows are changed", async () => {
  const release = await startHeld(twoIsBuilding);
  const generation = (await generationBuilding()) ?? "";
  const store = await services.ledger.store();
  await store.write(generation, [{ name: "texts/0", bytes: Uint8Array.of(1) }]);
  await services.ledger.change({ revise: (row) => row });
  expect(await generationsInDatabase()).toContain(generation);
  release();
  await services.stories.idle();
});
