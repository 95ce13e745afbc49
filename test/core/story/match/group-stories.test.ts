import { expect, test } from "vitest";
import { StoryGroups } from "../../../../core/story/match/group-stories.ts";
import { MemoryIndex } from "../../../../core/story/match/memory-index.ts";
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
