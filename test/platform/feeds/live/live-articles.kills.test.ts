import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { DAY } from "../../../../core/durations.ts";
import type { Services } from "../../../../platform/background/services.ts";
import { record } from "../../../fixtures/records.ts";
import { headlines, storyAt } from "../../indexing/story-workers.ts";
import { deaths, Lifeline } from "../../lifeline.ts";
import { generationsInDatabase, Machine, NOW, segmentsInDatabase, titleAt } from "../../workers.ts";
import { earlierTitles, keptUp, live, liveEdition, readState } from "./live-records.ts";

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

/** The content: the text of some articles, what one of them said before, the number of all, and the states of the feeds. */
async function shown(services: Services) {
  const titles = ["live.example/x", "live.example/y", "old.example/0"].map((address) =>
    titleAt(services, `https://${address}`),
  );
  const [states, { articles }] = [await services.live.states(), await services.live.size()];
  return {
    titles: await Promise.all(titles),
    earlier: await earlierTitles(services, "live.example/x"),
    story: await storyAt(services),
    polled: states.map(({ articles: taken }) => taken),
    articles,
  };
}

const STORY = ["https://live.example/0", "https://live.example/1", "https://live.example/5"];
const COUNT = headlines("live").length + 41;
const BEFORE = {
  titles: ["First word", "outlet", "Old"],
  earlier: [] as string[],
  story: STORY,
  polled: [2],
  articles: COUNT,
};
const APPENDED = {
  titles: ["Second word", "Another", "Old"],
  earlier: ["First word"],
  story: STORY,
  polled: [3],
  articles: COUNT + 1,
};
const MERGED = { ...BEFORE, titles: ["First word", "outlet", "none"], articles: COUNT - 40 };

async function appending(life: Lifeline): Promise<void> {
  const { live: articles } = machine.start(life.stores(machine.sources));
  const records = [live("live.example/x", "Second word"), live("live.example/y", "Another")];
  const revised = new Set(["live.example/x"]);
  await articles.append(records, [readState("a", 3)], revised).catch(() => undefined);
}

async function merging(life: Lifeline): Promise<void> {
  machine.now = NOW + 2 * DAY;
  await keptUp(machine.start(life.stores(machine.sources)));
}

/** Expects that only blocks in use are left after an activation. */
async function expectNothingElse(): Promise<void> {
  await machine.import("activated", [record("https://activated.example/1")]);
  const inUse = (await segmentsInDatabase()).map(([, generation]) => generation);
  expect((await generationsInDatabase()).sort()).toEqual(inUse.sort());
}

test("the cases below cover every call", async () => {
  const append = new Lifeline();
  await appending(append);
  expect(await shown(machine.start())).toEqual(APPENDED);
  expect(append.calls).toBe(APPEND_CALLS);
});

test("the cases below cover every call of a merge", async () => {
  const merge = new Lifeline();
  await merging(merge);
  expect(await shown(machine.start())).toEqual(MERGED);
  expect(merge.calls).toBe(MERGE_CALLS);
});

describe.each(deaths(APPEND_CALLS))(
  "a worker that is killed %s call %i of an append",
  (death, at) => {
    beforeEach(() => appending(new Lifeline(at, death)));

    test("leaves everything as before, or everything as after", async () => {
      expect([BEFORE, APPENDED]).toContainEqual(await shown(machine.start()));
      await expectNothingElse();
    });

    test("is followed by a worker that stores the articles once", async () => {
      await appending(new Lifeline());
      expect(await shown(machine.start())).toEqual(APPENDED);
      await expectNothingElse();
    });
  },
);

describe.each(deaths(MERGE_CALLS))("a worker that is killed %s call %i of a merge", (death, at) => {
  beforeEach(() => merging(new Lifeline(at, death)));

  test("leaves everything as before, or everything as after", async () => {
    expect([BEFORE, MERGED]).toContainEqual(await shown(machine.start()));
    await expectNothingElse();
  });

  test("is followed by a worker that merges", async () => {
    await keptUp(machine.start());
    expect(await shown(machine.start())).toEqual(MERGED);
    await expectNothingElse();
  });
});
