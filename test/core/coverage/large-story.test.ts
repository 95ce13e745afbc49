import { expect, test } from "vitest";
import { record } from "../../fixtures/records.ts";
import { openWithStories } from "../../fixtures/story-segments.ts";
import { minutesAfter } from "../story/words/headlines.ts";
import { changed, coverageIn, FACTS, ON_TOPIC, storyIn } from "./text-look-up.ts";

/** Articles of one story by outlets of their own, a minute after one another. */
function storyOfOutlets(first: number, count: number) {
  return Array.from({ length: count }, (_, i) =>
    record(`https://outlet${first + i}.example/bridge`, {
      title: FACTS.headline,
      publishedDateTime: new Date(minutesAfter(first + i)).toISOString(),
    }),
  );
}

test("the 40 most confident matches of a story are shown, from however many data sets", async () => {
  const { counts } = await storyIn([
    await openWithStories(storyOfOutlets(0, 30), "one"),
    await openWithStories(storyOfOutlets(100, 30), "two"),
  ]);
  expect(counts.articles).toBe(1 + 40);
});

test("of two data sets with a story the one with the more confident matches is shown whole", async () => {
  const TWO_DAYS = 2880;
  const { related } = await storyIn([
    await openWithStories(storyOfOutlets(TWO_DAYS, 30), "late"),
    await openWithStories(storyOfOutlets(0, 30), "early"),
  ]);
  const dataSets = related
    .flatMap((one) => [one, ...one.copies])
    .map(({ dataSets: [dataSet] }) => dataSet);
  expect(dataSets.filter((dataSet) => dataSet === "early")).toHaveLength(30);
  expect(dataSets.filter((dataSet) => dataSet === "late")).toHaveLength(10);
});

test("the 8 surest articles on the topic are shown, however many data sets have some", async () => {
  const dataSets = Array.from({ length: 10 }, (_, i) =>
    openWithStories(changed({ 11: { webUrl: `https://festival${i}.example/opens` } }), `set ${i}`),
  );
  const coverage = await coverageIn(await Promise.all(dataSets), { facts: ON_TOPIC });
  if (coverage.kind !== "article") throw new Error(coverage.kind);
  const shown = coverage.sameTopic.flatMap((one) => [one, ...one.copies]);
  expect([coverage.related.length, shown.length]).toEqual([0, 8]);
});
