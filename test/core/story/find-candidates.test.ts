import { expect, test } from "vitest";
import { featuresOf } from "../../../core/story/features.ts";
import { findCandidates, MAX_CANDIDATES } from "../../../core/story/find-candidates.ts";
import { MAX_POSTINGS, type StorySource } from "../../../core/story/story-source.ts";
import { COUNTRIES, indexOf, minutesAfter } from "./headlines.ts";

/** Ten thousand articles, one a minute, that all share their words. */
const common = indexOf(
  Array.from({ length: 10_000 }, (_, i) => ({
    title: `Storm warning number ${i}`,
    published: minutesAfter(i),
  })),
);
const page = featuresOf({ title: "Storm warning extended", published: null }, COUNTRIES);

test("looks at so many articles of a common word and no more, the ones closest in time", async () => {
  const found = await findCandidates(page, minutesAfter(5000), common);
  expect(found).toHaveLength(MAX_CANDIDATES);
  for (const ordinal of found)
    expect(Math.abs(ordinal - 5000)).toBeLessThanOrEqual(MAX_POSTINGS / 2);
});

test("without a time it looks at the latest", async () => {
  for (const ordinal of await findCandidates(page, null, common))
    expect(ordinal).toBeGreaterThanOrEqual(10_000 - MAX_POSTINGS);
});

test("asks for at most sixteen keys, however long the page's text", async () => {
  let asked = 0;
  const counting: StorySource = {
    frequencies: common.frequencies,
    postings: (keys, around) => {
      asked += keys.length;
      return common.postings(keys, around);
    },
    articles: (ordinals) => common.articles(ordinals),
  };
  const title = Array.from({ length: 60 }, (_, i) => `w${i}ord`).join(" ");
  await findCandidates(featuresOf({ title, published: null }, COUNTRIES), null, counting);
  expect(asked).toBe(16);
});
