import { describe, expect, test } from "vitest";
import type { KnownSummary, MatchReason } from "../../../core/coverage/coverage.ts";
import { knownSummary } from "../../../core/coverage/known-articles.ts";
import { rankStory } from "../../../core/coverage/rank-story.ts";
import { NO_DETAILS } from "../../../core/segment/article-summary.ts";
import { dataSetOf } from "../../fixtures/records.ts";

const REASON: MatchReason = { kind: "named-by-page" };

/** An article as the data set has it, the only one or one of several. */
function article(
  title: string,
  quality: number | null,
  published: number | null = null,
  dataSet = "made-up",
  thirds = { lower: 40, middle: 80 },
): KnownSummary {
  const summary = {
    ...NO_DETAILS,
    title,
    url: `https://example.com/${title}`,
    published,
    outlet: { name: "Example", domain: "example.com" },
    quality,
  } as const;
  return knownSummary(summary, { dataSet: { ...dataSetOf([]).info, id: dataSet }, thirds });
}

function rank(page: KnownSummary, ...others: KnownSummary[]) {
  return rankStory(
    page,
    others.map((other) => ({ article: other, reason: REASON })),
  );
}

describe("ranks", () => {
  test("count the better ones of the whole story, the page included", () => {
    const { page, related, rated } = rank(article("page", 59), article("a", 72), article("b", 40));
    expect(page.rank).toBe(2);
    expect(related.map((one) => [one.title, one.rank])).toEqual([
      ["a", 1],
      ["b", 3],
    ]);
    expect(rated).toBe(3);
  });

  test("are shared by equals, and the next one is left out", () => {
    const { page, related } = rank(article("page", 50), article("a", 50), article("b", 49));
    expect([page.rank, ...related.map((one) => one.rank)]).toEqual([1, 1, 3]);
  });

  test("are not given to unrated articles, which differ from a quality of 0", () => {
    const { page, related, rated } = rank(article("page", null), article("zero", 0));
    expect(page).toMatchObject({ rank: null, band: null });
    expect(related[0]).toMatchObject({ rank: 1, band: "lower" });
    expect(rated).toBe(1);
  });
});

test("the best come first, unrated ones last, equals in the given order", () => {
  const { related } = rank(
    article("page", 1),
    article("unrated 1", null),
    article("low", -3),
    article("equal 1", 70),
    article("unrated 2", null),
    article("equal 2", 70),
    article("best", 189),
  );
  expect(related.map(({ title }) => title)).toEqual([
    "best",
    "equal 1",
    "equal 2",
    "low",
    "unrated 1",
    "unrated 2",
  ]);
});

test("without thirds the best come first, and unrated ones after the worst", () => {
  const whole = (title: string, quality: number | null) =>
    knownSummary(article(title, quality), { dataSet: dataSetOf([]).info, thirds: null });
  const { related } = rank(
    whole("page", 1),
    whole("unrated 1", null),
    whole("worst", -3),
    whole("unrated 2", null),
    whole("best", 7),
  );
  expect(related.map(({ title }) => title)).toEqual(["best", "worst", "unrated 1", "unrated 2"]);
});

test("articles found by their text come after named ones, the most confident first", () => {
  const found = (title: string, confidence: number, quality: number) => ({
    article: article(title, quality),
    reason: { kind: "similar-text", verdict: "same-story", confidence, shared: [] } as const,
  });
  const { related } = rankStory(article("page", null), [
    found("unsure", 0.6, 90),
    found("sure", 0.9, 10),
    { article: article("named", null), reason: REASON },
    found("surer", 0.95, 50),
  ]);
  expect(related.map(({ title }) => title)).toEqual(["named", "surer", "sure", "unsure"]);
});

describe("of articles that several data sets rate", () => {
  const small = (title: string, quality: number | null) =>
    article(title, quality, null, "small", { lower: 2, middle: 3 });

  test("each is ranked among those on its own scale", () => {
    const { page, related, rated } = rank(
      article("page", 50),
      article("a", 90),
      small("five", 5),
      small("four", 4),
      small("unrated", null),
    );
    expect(page.rank).toBe(2);
    expect(related.map((one) => [one.title, one.rank])).toEqual([
      ["a", 1],
      ["five", 1],
      ["four", 2],
      ["unrated", null],
    ]);
    expect(rated).toBe(2);
  });

  test("the best third comes first, whatever its scale", () => {
    const { related } = rank(
      article("page", 50),
      article("middle", 70),
      article("lower", 40),
      small("small upper", 4),
      small("small lower", 1),
    );
    expect(related.map(({ title }) => title)).toEqual([
      "small upper",
      "middle",
      "lower",
      "small lower",
    ]);
  });
});

describe("the first article", () => {
  const firsts = ({ page, related }: ReturnType<typeof rank>) =>
    [page, ...related].filter(({ isFirst }) => isFirst).map(({ title }) => title);

  test("is the earliest with a known time", () => {
    expect(firsts(rank(article("page", 3, 2000), article("a", 2, 1000), article("b", 1)))).toEqual([
      "a",
    ]);
  });

  test("may be the page", () => {
    expect(firsts(rank(article("page", 3, 1000), article("a", 2, 1001)))).toEqual(["page"]);
  });

  test("is shared by equals", () => {
    expect(firsts(rank(article("page", 3, 1000), article("a", 2, 1000)))).toEqual(["page", "a"]);
  });

  test("is none of those of one day when the earliest has a date without a time of day", () => {
    const date = Date.UTC(2026, 2, 2);
    const clock = Date.UTC(2026, 2, 2, 8, 30);
    expect(firsts(rank(article("page", 3, date), article("a", 2, date)))).toEqual([]);
    expect(firsts(rank(article("page", 3, date), article("a", 2, clock)))).toEqual([]);
  });

  test("may have a date without a time of day when all others are of later days", () => {
    const date = Date.UTC(2026, 2, 2);
    const next = Date.UTC(2026, 2, 3);
    expect(firsts(rank(article("page", 3, next), article("a", 2, date)))).toEqual(["a"]);
    expect(firsts(rank(article("page", 3, next), article("a", 2, next - 1)))).toEqual(["a"]);
  });

  test("is unknown when only one time is known", () => {
    expect(firsts(rank(article("page", 3, 1000), article("a", 2)))).toEqual([]);
  });

  test("is unknown in a story of one article", () => {
    expect(firsts(rank(article("page", 3, 1000)))).toEqual([]);
  });

  test("may be from before 1970", () => {
    expect(firsts(rank(article("page", 3, 0), article("a", 2, -1)))).toEqual(["a"]);
  });
});

describe("the delay after the page", () => {
  test.each([
    ["is positive after it", 1000, 1500, 500],
    ["is negative before it", 1000, 400, -600],
    ["is 0 with it", 1000, 1000, 0],
    ["is counted from 1970 too", 0, 5, 5],
    ["is unknown when the page's time is", null, 5, null],
    ["is unknown when the other's time is", 5, null, null],
  ])("%s", (_, pageTime, time, delay) => {
    const { related } = rank(article("page", 1, pageTime), article("a", 1, time));
    expect(related[0]?.delay).toBe(delay);
  });
});

describe("copies of a text", () => {
  const story = rankStory(article("page", 60, 2000), [
    {
      article: article("named", 40, 3000),
      reason: REASON,
      copies: [
        { article: article("earlier", 90, 1000), reason: REASON },
        { article: article("best", 95, 4000), reason: REASON },
      ],
    },
  ]);

  test("are ranked like all others", () => {
    expect([story.page.rank, story.rated]).toEqual([3, 4]);
    expect(story.related[0]?.copies.map(({ rank }) => rank)).toEqual([2, 1]);
  });

  test("may be first", () => {
    expect(story.page.isFirst).toBe(false);
    expect(story.related[0]?.copies.map(({ isFirst, delay }) => [isFirst, delay])).toEqual([
      [true, -1000],
      [false, 2000],
    ]);
  });
});

test("the only article of a story has a rank", () => {
  expect(rank(article("page", 59))).toMatchObject({ page: { rank: 1 }, related: [], rated: 1 });
});
