import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readLabelledSet } from "../../../../scripts/bench/stories/labels/labelled-articles.ts";
import { SecondSource } from "../../../../scripts/bench/stories/methods/second-source.ts";
import { openLabelledSet, shownPairs } from "../../../../scripts/bench/stories/shown-pairs.ts";
import { LABELLED_HEADLINES } from "../../../fixtures/labelled-headlines.ts";

// Invented events that differ in their place, actors or figures only, in English, German, Spanish, French, Portuguese, Arabic
// and Chinese: elections with one winner, matches of one tournament, strikes in two countries. Others happen in one place, are
// told in several ways, in two languages, or go on. They come among the other labelled headlines.

const path = fileURLToPath(
  new URL("../../../fixtures/headlines/events-of-one-kind.tsv", import.meta.url),
);
const EVENTS = readLabelledSet(path).articles;
const ARTICLES = [...EVENTS, ...LABELLED_HEADLINES];

/** The labels of events that are together in one story. */
const storyOf = (await new SecondSource(ARTICLES).groups()).slice(0, EVENTS.length);
const together = [...Map.groupBy(EVENTS.keys(), (place) => storyOf[place]).values()].map((places) =>
  [...new Set(places.map((place) => EVENTS[place]?.story))].join(", "),
);

describe("stories", () => {
  test("do not mix events of one kind", () => {
    expect(together.filter((labels) => labels.includes(", "))).toEqual([]);
  });

  test("hold each event together, but for some that are told in further languages", () => {
    const split = together.filter((label, i) => together.indexOf(label) !== i);
    expect(split.sort()).toEqual([
      "bus-lyon",
      "nurses-belgium",
      "nurses-belgium",
      "nurses-portugal",
      "tariffs-mexico",
      "tariffs-mexico",
    ]);
  });
});

test("a page shows no other event of its kind as its story", async () => {
  const queries = [...EVENTS.keys()];
  const { precision, recall } = await shownPairs(await openLabelledSet(ARTICLES), queries);
  expect(precision).toBe(1);
  expect(recall).toBeGreaterThanOrEqual(0.5);
});
