import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Services } from "../../../../platform/background/services.ts";
import { headlines, storyAt } from "../../indexing/story-workers.ts";
import { deaths, Lifeline } from "../../lifeline.ts";
import { generationsInDatabase, Machine, NOW, segmentsInDatabase, titleAt } from "../../workers.ts";
import { DAY_MS, keptUp, live, liveEdition, readState } from "./live-records.ts";

/** Calls of the stores that an append makes which supersedes an article and writes a small segment again. */
const APPEND_CALLS = 20;
/** Calls that a merge of all segments makes. */
const MERGE_CALLS = 18;

let machine: Machine;
beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  machine = new Machine();
  const { live: articles } = machine.start();
  await articles.append(
    [...headlines("live"), ...liveEdition("old", "Old", 40, 29)],
    [readState("a")],
  );
  await articles.append([live("live.example/x", "First word")], [readState("a", 2)]);
});

/** What there is: the word on some articles, how many there are, and the states of the feeds. */
async function shown(services: Services) {
  const titles = ["live.example/x", "live.example/y", "old.example/0"].map((address) =>
    titleAt(services, `https://${address}`),
  );
  const [states, { articles }] = [await services.live.states(), await services.live.size()];
  return {
    titles: await Promise.all(titles),
    story: await storyAt(services),
    polled: states.map(({ articles: taken }) => taken),
    articles,
  };
}

const STORY = ["https://live.example/0", "https://live.example/1", "https://live.example/5"];
const COUNT = headlines("live").length + 41;
const BEFORE = {
  titles: ["First word", "outlet", "Old"],
  story: STORY,
  polled: [2],
  articles: COUNT,
};
const APPENDED = {
  titles: ["Second word", "Another", "Old"],
  story: STORY,
  polled: [3],
  articles: COUNT + 1,
};
const MERGED = { ...BEFORE, titles: ["First word", "outlet", "none"], articles: COUNT - 40 };

async function appending(life: Lifeline): Promise<void> {
  const { live: articles } = machine.start(life.stores(machine.sources));
  const records = [live("live.example/x", "Second word"), live("live.example/y", "Another")];
  await articles.append(records, [readState("a", 3)]).catch(() => undefined);
}

async function merging(life: Lifeline): Promise<void> {
  machine.now = NOW + 2 * DAY_MS;
  await keptUp(machine.start(life.stores(machine.sources)));
}

/** Nothing is left but what is in use, once something is switched. */
async function expectNothingElse(): Promise<void> {
  const services = machine.start();
  await services.bundled.rebuild();
  const inUse = (await segmentsInDatabase()).map(([, generation]) => generation);
  expect((await generationsInDatabase()).sort()).toEqual(inUse.sort());
}

test("the deaths below are all there are", async () => {
  const append = new Lifeline();
  await appending(append);
  expect(await shown(machine.start())).toEqual(APPENDED);
  expect(append.calls).toBe(APPEND_CALLS);
});

test("the deaths of a merge below are all there are", async () => {
  const merge = new Lifeline();
  await merging(merge);
  expect(await shown(machine.start())).toEqual(MERGED);
  expect(merge.calls).toBe(MERGE_CALLS);
});

describe.each(deaths(APPEND_CALLS))("a worker that dies %s call %i of an append", (death, at) => {
  beforeEach(() => appending(new Lifeline(at, death)));

  test("leaves all as it was, or all as it is then", async () => {
    expect([BEFORE, APPENDED]).toContainEqual(await shown(machine.start()));
    await expectNothingElse();
  });

  test("is followed by one that takes the articles in, once", async () => {
    await appending(new Lifeline());
    expect(await shown(machine.start())).toEqual(APPENDED);
    await expectNothingElse();
  });
});

describe.each(deaths(MERGE_CALLS))("a worker that dies %s call %i of a merge", (death, at) => {
  beforeEach(() => merging(new Lifeline(at, death)));

  test("leaves all as it was, or all as it is then", async () => {
    expect([BEFORE, MERGED]).toContainEqual(await shown(machine.start()));
    await expectNothingElse();
  });

  test("is followed by one that merges", async () => {
    await keptUp(machine.start());
    expect(await shown(machine.start())).toEqual(MERGED);
    await expectNothingElse();
  });
});
