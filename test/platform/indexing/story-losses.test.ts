import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { UnreadableStoriesError } from "../../../core/story-index/story-index-reader.ts";
import { lostRecords } from "../../../platform/indexing/added-data-set.ts";
import { dataSetsItem } from "../../../platform/storage/stored-items.ts";
import { type BuildRow, isReady } from "../../../platform/store/build-row.ts";
import { addedNow, damage, databaseWith, inDatabase } from "../workers.ts";
import { generationOf, StoryMachine } from "./story-machine.ts";
import { headlines, storyAt } from "./story-workers.ts";

const STORY = ["https://mine.example/0", "https://mine.example/1", "https://mine.example/5"];

let machine: StoryMachine;
beforeEach(async () => {
  vi.restoreAllMocks();
  machine = new StoryMachine();
  await machine.import("s1", headlines("mine"));
  await machine.started();
});

/** That the first look-up answers without stories, and later ones with them, the data set as it was. */
async function expectBuiltAnew(): Promise<void> {
  const before = await generationOf("mine/stories");
  const list = await dataSetsItem.read();
  const services = await machine.started();
  expect(await storyAt(services)).toBe("none");
  await services.stories.idle();
  expect(await storyAt(services)).toEqual(STORY);
  expect(await generationOf("mine/stories")).not.toBe(before);
  expect(await dataSetsItem.read()).toEqual(list);
}

describe("a damaged block of a story index", () => {
  test.each([
    "story-meta",
    "common-keys",
    "trigrams",
    "times",
    "terms/",
    "texts/",
    "stories/",
    "members/",
  ])("%s removes the stories from one answer, and they are rebuilt", async (kind) => {
    await damage(kind, await generationOf("mine/stories"));
    await expectBuiltAnew();
  });
});

test("a story index that lost its blocks is rebuilt", async () => {
  const generation = await generationOf("mine/stories");
  await inDatabase((database) =>
    database.delete("blocks", IDBKeyRange.bound([generation], [generation, []])),
  );
  await expectBuiltAnew();
});

test("a damaged story index that cannot be deleted is not read again by the same look-up", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await damage("texts/", await generationOf("mine/stories"));
  const services = await machine.started(
    databaseWith(() => ({
      change: () => Promise.reject(new DOMException("", "QuotaExceededError")),
    })),
  );
  expect(await storyAt(services)).toBe("none");
});

const isReadyStories = (row: BuildRow) =>
  isReady(row) && row.part === "stories" && row.owner === "mine";

test("concurrent look-ups delete a damaged story index once", async () => {
  const before = await generationOf("mine/stories");
  await damage("texts/", before);
  let removals = 0;
  const services = await machine.started(
    databaseWith((store) => ({
      async change(change) {
        const count = async () => (await store.rows()).filter(isReadyStories).length;
        const before = await count();
        await store.change(change);
        if ((await count()) < before) removals++;
      },
    })),
  );
  await Promise.all([storyAt(services), storyAt(services), storyAt(services)]);
  await services.stories.idle();
  expect(await storyAt(services)).toEqual(STORY);
  expect(removals).toBe(1);
});

test("a look-up that found the old story index damaged does not touch the new one", async () => {
  const services = await machine.started();
  const generation = await generationOf("mine/stories");
  let tries = 0;
  const answer = await services.library.lookUp(async (segments) => {
    await segments;
    if (tries++ > 0) return "answered";
    services.library.refresh();
    throw new UnreadableStoriesError("mine", "damaged");
  });
  await services.stories.idle();
  expect(answer).toBe("answered");
  expect(await generationOf("mine/stories")).toBe(generation);
});

test("a damaged record causes one rebuild of its data set, even when a story names it", async () => {
  machine.sources.damage("s1", 0);
  const services = await machine.started();
  expect(await storyAt(services)).toBe("none");
  await services.jobs.idle();
  await services.stories.idle();
  const generation = await generationOf("mine");
  expect(await storyAt(services)).toBe("none");
  await services.jobs.idle();
  await services.stories.idle();
  expect(await generationOf("mine")).toBe(generation);
  const [mine] = await addedNow();
  expect([mine?.health, lostRecords(mine?.shown ?? null, mine?.segment ?? null)]).toEqual([
    "incomplete",
    16,
  ]);
});
