import { describe, expect, test } from "vitest";
import { HOUR } from "../../../../core/durations.ts";
import { StoryGroups } from "../../../../core/story/match/group-stories.ts";
import { MemoryIndex } from "../../../../core/story/match/memory-index.ts";
import { TermCounts } from "../../../../core/story/match/term-counts.ts";
import { ARTICLES, countsOf, termsOfAll } from "../words/headlines.ts";

async function groups(): Promise<number[]> {
  const stories = new StoryGroups(new MemoryIndex(countsOf()));
  for (const [i, terms] of termsOfAll().entries())
    await stories.add(terms, ARTICLES[i]?.published ?? null);
  return stories.stories();
}

test("an article joins the story it matches or starts one", async () => {
  const [bridge, bridgeToo, keeper, , keeperToo, bridgeAgain, bank, bankToo, , ferry, gardens] =
    await groups();
  expect([bridgeToo, bridgeAgain]).toEqual([bridge, bridge]);
  expect(keeperToo).toBe(keeper);
  expect(bankToo).toBe(bank);
  expect(new Set([bridge, keeper, bank, ferry, gardens]).size).toBe(5);
});

test("stories are numbered in the order they start", async () => {
  expect((await groups())[0]).toBe(0);
});

test("old stories get no new members", async () => {
  const stories = new StoryGroups(new MemoryIndex(countsOf()), 1);
  for (const [i, terms] of termsOfAll().entries())
    await stories.add(terms, ARTICLES[i]?.published ?? null);
  const [bridge, bridgeToo, , , , bridgeAgain] = stories.stories();
  expect(bridgeToo).toBe(bridge);
  expect(bridgeAgain).not.toBe(bridge);
});

const BRIDGE = "harbour bridge closed cracks piers";
const FERRY = "ferry timetable extended weekend islands";
const BOTH = "harbour bridge closed ferry timetable extended";

/** The stories of headlines among a thousand others, one after the other. */
async function storiesOf(headlines: readonly string[], hours = 0, window?: number) {
  const all = headlines.map((headline) =>
    headline.split(" ").map((text, i) => ({ text, weight: 100 - i })),
  );
  const counts = new TermCounts();
  for (const terms of all) counts.add(terms);
  for (let i = 0; i < 1000; i++) counts.add([{ text: `other${i}`, weight: 100 }]);
  const stories = new StoryGroups(new MemoryIndex(counts), window);
  for (const [i, terms] of all.entries()) await stories.add(terms, i * hours * HOUR);
  return stories.stories();
}

describe("an article joins a story", () => {
  test.each([
    ["with all of five words in common", BRIDGE, [0, 0]],
    ["with two of five", "harbour bridge opens next year", [0, 0]],
    ["not with one of five", "harbour ferry opens next year", [0, 1]],
    ["not with none", FERRY, [0, 1]],
  ])("%s", async (_, headline, stories) => {
    expect(await storiesOf([BRIDGE, headline])).toEqual(stories);
  });

  test.each([
    ["a day later", 24, [0, 0]],
    ["not three days later, with three of five words in common", 72, [0, 1]],
  ])("%s", async (_, hours, stories) => {
    expect(await storiesOf([BRIDGE, "harbour bridge closed next year"], hours)).toEqual(stories);
  });

  test("also by few words, where one of many articles of a large story matches", async () => {
    const large = [...Array(7).fill(BRIDGE), "harbour bridge opens again"];
    expect(await storiesOf(large)).toEqual(Array(8).fill(0));
  });
});

describe("two stories are one", () => {
  test("after an article that matches both, and stay one", async () => {
    expect(await storiesOf([BRIDGE, FERRY, BOTH, BRIDGE, FERRY])).toEqual([1, 1, 1, 1, 1]);
    expect(await storiesOf([BRIDGE, BRIDGE, FERRY, FERRY, BOTH])).toEqual([1, 1, 1, 1, 1]);
  });

  test("not after one that has but a word of the other", async () => {
    expect(await storiesOf([BRIDGE, FERRY, `${BRIDGE} ferry`])).toEqual([0, 1, 0]);
  });

  test("with a third, after articles that match two of them each", async () => {
    const lighthouse = "lighthouse keeper retires storm gale";
    const other = "ferry timetable lighthouse keeper extended retires";
    expect(new Set(await storiesOf([BRIDGE, FERRY, lighthouse, BOTH, other])).size).toBe(1);
  });
});

test.each([
  [1, [BRIDGE, FERRY, BRIDGE], [0, 1, 2]],
  [2, [BRIDGE, FERRY, BRIDGE], [0, 1, 0]],
  [2, [BRIDGE, FERRY, "film opens", BRIDGE], [0, 1, 2, 3]],
  [3, [BRIDGE, FERRY, "film opens", BRIDGE], [0, 1, 2, 0]],
])("an article is compared with the latest %i", async (window, headlines, stories) => {
  expect(await storiesOf(headlines, 0, window)).toEqual(stories);
});
