import { describe, expect, test } from "vitest";
import { foldCopies } from "../../../core/story/copies/near-copies.ts";
import { confidence } from "../../../core/story/match/confidence.ts";
import { bCubed } from "../../../scripts/bench/stories/b-cubed.ts";
import { Decisions } from "../../../scripts/bench/stories/decisions.ts";
import { measureRetrieval } from "../../../scripts/bench/stories/labels/retrieval-metrics.ts";
import { SecondSource } from "../../../scripts/bench/stories/methods/second-source.ts";
import { openLabelledSet, shownPairs } from "../../../scripts/bench/stories/shown-pairs.ts";
import { buildStoredIndex } from "../../../scripts/bench/stories/stored-index.ts";
import { bundledCountryNames } from "../../../scripts/country-names/bundled-country-names.ts";
import { LABELLED_HEADLINES as ARTICLES } from "../../fixtures/labelled-headlines.ts";

// A floor stands just under what was measured when it was set. A change that lowers a figure has to be worth it in
// `npm run bench -- stories`, too; a change that raises one raises its floor (CONTRIBUTING.md).

const ALL = [...ARTICLES.keys()];
const SIZES = Map.groupBy(ALL, (place) => storyOf(place));

function storyOf(place: number): string {
  return ARTICLES[place]?.story ?? "";
}

/** A slash stands in the label of an edition of a standing title. */
function isEdition(place: number): boolean {
  return storyOf(place).includes("/");
}

test("the labelled set has 62 stories and 422 headlines in five languages", () => {
  const stories = [...SIZES.values()].filter((places) => places.length > 1);
  const languages = new Set(ARTICLES.map(({ language }) => language));
  expect([stories.length, ARTICLES.length, [...languages].sort()]).toEqual([
    62,
    422,
    ["ar", "de", "en", "es", "fr"],
  ]);
});

/** What the index finds for each article, as the extension builds, reads and ranks it. */
const index = new SecondSource(ARTICLES, await buildStoredIndex(ARTICLES));
const countries = bundledCountryNames();
const answers = await Promise.all(ALL.map((query) => index.ask(query, countries)));

describe("articles of the page's story are ranked before others", () => {
  const measure = (queries: readonly number[]) =>
    measureRetrieval(ARTICLES, queries, (query) => answers[query]?.map(({ place }) => place) ?? []);

  test("in all languages together", async () => {
    const { mrr, r10 } = await measure(ALL);
    expect(mrr).toBeGreaterThanOrEqual(0.988);
    expect(r10).toBeGreaterThanOrEqual(0.973);
  });

  test.each([
    ["en", 0.992, 0.974],
    ["de", 0.963, 0.967],
    ["es", 0.991, 0.982],
    ["fr", 1, 1],
    ["ar", 1, 0.931],
  ])("on pages in %s", async (language, leastMrr, leastR10) => {
    const { mrr, r10 } = await measure(ALL.filter((at) => ARTICLES[at]?.language === language));
    expect(mrr).toBeGreaterThanOrEqual(leastMrr);
    expect(r10).toBeGreaterThanOrEqual(leastR10);
  });
});

test("from the confidence of a story on, an article belongs to the story", () => {
  const decisions = new Decisions();
  for (const query of ALL) {
    const story = storyOf(query);
    const judged = answers[query]?.map(({ place, evidence }, rank) => {
      return { confidence: confidence(evidence), isRight: storyOf(place) === story, rank };
    });
    decisions.add(judged ?? [], (SIZES.get(story)?.length ?? 1) - 1);
  }
  const { precision, recall } = decisions.metrics();
  expect(precision).toBeGreaterThanOrEqual(0.946);
  expect(recall).toBeGreaterThanOrEqual(0.292);
});

describe("what a page is shown", async () => {
  const dataSet = await openLabelledSet(ARTICLES);
  const shown = await shownPairs(dataSet, ALL);

  test("is its story", () => {
    const { precision, recall } = shown;
    expect(precision).toBeGreaterThanOrEqual(0.975);
    expect(recall).toBeGreaterThanOrEqual(0.463);
  });

  test("is surely its story at a confidence of 0.8", () => {
    const { sure } = shown;
    expect(sure.precision).toBe(1);
    expect(sure.recall).toBeGreaterThanOrEqual(0.103);
  });

  test("is no story for an edition of a standing title", async () => {
    const { queries, precision } = await shownPairs(dataSet, ALL.filter(isEdition));
    expect([queries, precision]).toEqual([32, null]);
  });

  test("is no story when no other outlet has it", async () => {
    const alone = ALL.filter((place) => SIZES.get(storyOf(place))?.length === 1);
    const { queries, precision } = await shownPairs(
      dataSet,
      alone.filter((place) => !isEdition(place)),
    );
    expect([queries, precision]).toEqual([19, null]);
  });
});

test("copies of one text are folded, and nothing else", () => {
  const texts = ARTICLES.map(({ title, excerpt, url, published = null }) => {
    const { hostname } = new URL(url);
    return { title, excerpt, published, outlet: { name: hostname, domain: hostname } };
  });
  const folded: number[] = [];
  for (const [group, places] of foldCopies(texts).entries())
    for (const place of places) folded[place] = group;
  const labels = ARTICLES.map(({ text }, place) => text || String(place));
  const { precision, recall } = bCubed(folded, labels);
  expect(precision).toBeCloseTo(1, 9);
  expect(recall).toBeGreaterThanOrEqual(0.997);
});
