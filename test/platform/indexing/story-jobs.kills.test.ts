import "fake-indexeddb/auto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { record } from "../../fixtures/records.ts";
import { deaths, Lifeline } from "../lifeline.ts";
import { dropRows, segmentsInDatabase } from "../workers.ts";
import { expectNothingLeft, StoryMachine } from "./story-machine.ts";
import { headlines, storyAt } from "./story-workers.ts";

/** From the start to the last write, with one story index to build. */
const CALLS = 11;

/** So many words that a build writes some of them down on the way. */
function wordy(count: number): ArticleRecord[] {
  const words = (i: number) =>
    Array.from({ length: 40 }, (_, k) => `w${(i * 7919 + k * 104_729) % 99_991}x`).join(" ");
  return Array.from({ length: count }, (_, i) =>
    record(`https://wordy.example/${i}`, {
      title: words(i).slice(0, 300),
      excerpt: words(i + 5000),
    }),
  );
}

let machine: StoryMachine;
beforeAll(async () => {
  machine = new StoryMachine();
  await machine.import("s1", [...headlines("mine"), ...wordy(200)]);
});
beforeEach(async () => {
  vi.restoreAllMocks();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await dropRows(({ part }) => part === "stories");
});

/** A worker that builds what is missing and dies on the way; how many calls it made. */
async function dying(life: Lifeline): Promise<number> {
  const services = machine.start(life.stores(machine.sources));
  const release = life.holdStorage();
  services.stories.start();
  await services.stories.idle();
  release();
  return life.calls;
}

const STORY = ["https://mine.example/0", "https://mine.example/1", "https://mine.example/5"];

test("the cases below cover every call", async () => {
  const life = new Lifeline();
  const written: string[] = [];
  const { openStore, sources } = life.stores(machine.sources);
  await machine.started({
    sources,
    async openStore() {
      const store = await openStore();
      return {
        ...store,
        write(generation, blocks) {
          written.push(...blocks.map(({ name }) => name));
          return store.write(generation, blocks);
        },
      };
    },
  });
  expect(written).toContain("texts/0");
  expect(life.calls).toBe(CALLS);
});

describe.each(deaths(CALLS))("a worker that is killed %s call %i", (death, at) => {
  beforeEach(() => dying(new Lifeline(at, death)));

  test("leaves no story index or a complete one", async () => {
    expect(["none", STORY]).toContainEqual(await storyAt(machine.start()));
  });

  test("is followed by one that builds it, with nothing left behind", async () => {
    const services = await machine.started();
    expect(await storyAt(services)).toEqual(STORY);
    const segments = await segmentsInDatabase();
    expect(segments.map(([name]) => name)).toEqual(["mine", "mine/stories"]);
    await expectNothingLeft();
  });
});
