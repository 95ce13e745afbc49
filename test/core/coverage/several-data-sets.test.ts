import { describe, expect, test } from "vitest";
import type { ArticleCoverage, OutletCoverage } from "../../../core/coverage/coverage.ts";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import type { AddressClaim } from "../../../core/page/address-claims.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { record } from "../../fixtures/records.ts";
import { openSegment } from "../../fixtures/segments.ts";

const PAGE = "https://page.example/1";
const OTHER = "https://other.example/1";

/** The answer out of data sets `one`, `two` and so on, in the order in which their word counts. */
async function coverageOf(
  dataSets: readonly (readonly ArticleRecord[])[],
  address = PAGE,
  claims: readonly AddressClaim[] = [],
) {
  const ids = ["one", "two", "three"];
  const segments = await Promise.all(dataSets.map((records, i) => openSegment(records, ids[i])));
  return findCoverage(segments, address, claims);
}

async function storyOf(
  ...dataSets: readonly (readonly ArticleRecord[])[]
): Promise<ArticleCoverage> {
  const coverage = await coverageOf(dataSets);
  if (coverage.kind !== "article") throw new Error(coverage.kind);
  return coverage;
}

const page = (fields: Partial<ArticleRecord> = {}) => record(PAGE, { title: "Page", ...fields });
const other = (fields: Partial<ArticleRecord> = {}) => record(OTHER, { title: "Other", ...fields });

describe("a page in two data sets", () => {
  test("is one page, known from both, like an article that both name", async () => {
    const story = await storyOf([page({ related: [other()] })], [page({ related: [other()] })]);
    expect(story.page).toMatchObject({ title: "Page", dataSets: ["one", "two"] });
    expect(story.related).toMatchObject([{ title: "Other", dataSets: ["one", "two"] }]);
    expect(story.dataSets.map(({ id }) => id)).toEqual(["one", "two"]);
  });

  test("has the first one's value when both have one", async () => {
    const story = await storyOf(
      [page({ title: "First", quality: 10, excerpt: "One says" })],
      [page({ title: "Second", quality: 90, excerpt: "Two says" })],
    );
    expect(story.page).toMatchObject({ title: "First", quality: 10, excerpt: "One says" });
  });

  test("takes from the second data set what the first lacks", async () => {
    const story = await storyOf(
      [page({ quality: 10 })],
      [
        page({
          excerpt: "Two says",
          publishedDateTime: "2022-04-15T00:00:00Z",
          images: [{ url: "https://page.example/1.jpg" }],
        }),
      ],
    );
    expect(story.page).toMatchObject({
      quality: 10,
      excerpt: "Two says",
      published: Date.UTC(2022, 3, 15),
      image: "https://page.example/1.jpg",
    });
  });

  test("has the quality of the data set that rates it, which then comes first", async () => {
    const story = await storyOf(
      [page({ title: "First" })],
      [page({ title: "Second", quality: 0 })],
    );
    expect(story.page).toMatchObject({ quality: 0, rank: 1, dataSets: ["two", "one"] });
    expect(story.rated).toBe(1);
  });

  test("is the same page under another form of its address", async () => {
    const amp = record("https://amp.page.example/1/amp", { title: "Page as AMP" });
    const story = await storyOf([page({ related: [other()] })], [amp]);
    expect(story.page.dataSets).toEqual(["one", "two"]);
    expect(story.related.length).toBe(1);
  });

  test("has the topics of both, each once", async () => {
    const story = await storyOf([page({ topics: ["A", "B"] })], [page({ topics: ["B", "C"] })]);
    expect(story.topics).toEqual(["A", "B", "C"]);
  });

  test("has the articles that name it in either data set", async () => {
    const naming = (n: number) => record(`https://naming.example/${n}`, { related: [page()] });
    const all = [1, 2, 3, 4, 5].map(naming);
    const story = await storyOf([page(), ...all], [naming(6)]);
    expect(story.related.map(({ url }) => url)).toEqual([
      ...[1, 2, 3, 4].map((n) => `https://naming.example/${n}`),
      "https://naming.example/6",
    ]);
    expect(story.omitted).toBe(1);
  });
});

describe("a page with a record in one data set, and named in another", () => {
  const third = record("https://third.example/1", { title: "Third" });
  const named = other({ related: [page({ quality: 70 }), third] });

  test.each([
    ["first", [[page({ title: "Its own word" })], [named]]],
    ["second", [[named], [page({ title: "Its own word" })]]],
  ])("is described by its record when that is in the %s", async (_, dataSets) => {
    const story = await storyOf(...dataSets);
    expect(story.related).toMatchObject([{ title: "Other", reason: { kind: "names-page" } }]);
    expect(story.page.dataSets.toSorted()).toEqual(["one", "two"]);
  });

  test("has its record's title and quality, whichever comes first", async () => {
    const rated = await storyOf([named], [page({ title: "Its own word", quality: 5 })]);
    expect(rated.page).toMatchObject({ title: "Its own word", quality: 5 });
  });

  test("does not have the other's list, which would dilute its own", async () => {
    const own = page({ related: [record("https://own.example/1", { title: "Own" })] });
    const story = await storyOf([named], [own]);
    expect(story.related.map(({ title }) => title).toSorted()).toEqual(["Other", "Own"]);
  });
});

describe("a page in only one of two data sets", () => {
  test.each([
    ["first", [[page({ related: [other()] })], [record("https://x.example/1")]], "one"],
    ["second", [[record("https://x.example/1")], [page({ related: [other()] })]], "two"],
  ])("is answered from it: the %s", async (_, dataSets, id) => {
    const story = await storyOf(...dataSets);
    expect(story.related).toMatchObject([{ title: "Other", dataSets: [id] }]);
    expect(story.dataSets).toMatchObject([{ id }]);
  });

  test("is found by what it claims, in whichever knows it", async () => {
    const claims = [{ source: "canonical", url: PAGE }] as const;
    const outletOnly = [record("https://page.example/2")];
    const coverage = await coverageOf([outletOnly, [page()]], "https://page.example/x", claims);
    expect(coverage).toMatchObject({
      kind: "article",
      match: { address: "canonical" },
      page: { dataSets: ["two"] },
    });
  });

  test("may not claim another outlet's page, whichever knows that", async () => {
    const claims = [{ source: "canonical", url: OTHER }] as const;
    const coverage = await coverageOf(
      [[record("https://page.example/2")], [other()]],
      PAGE,
      claims,
    );
    expect(coverage).toMatchObject({ kind: "outlet", site: "page.example" });
  });
});

describe("two data sets have different scales", () => {
  const rated = (title: string, quality: number) =>
    record(`https://${title}.example/1`, { title, quality });
  /** Its thirds end at 43.3 and 63.3. */
  const large = page({ quality: 50, related: [10, 40, 70, 100].map((q) => rated(`l${q}`, q)) });
  /** Its thirds end at 3 and 4. */
  const small = page({ related: [2, 3, 4, 5].map((q) => rated(`s${q}`, q)) });

  test("each article is ranked on the scale of its own", async () => {
    const story = await storyOf([large], [small]);
    expect(story.page.rank).toBe(3);
    expect(story.rated).toBe(5);
    const ranks = Object.fromEntries(story.related.map(({ title, rank }) => [title, rank]));
    expect(ranks).toEqual({ l100: 1, l70: 2, l40: 4, l10: 5, s5: 1, s4: 2, s3: 3, s2: 4 });
  });

  test("the best third of each comes first", async () => {
    const story = await storyOf([large], [small]);
    expect(story.related.map(({ title, band }) => `${title} ${band}`)).toEqual([
      "l100 upper",
      "l70 upper",
      "s5 upper",
      "s4 middle",
      "l40 lower",
      "l10 lower",
      "s3 lower",
      "s2 lower",
    ]);
  });
});

describe("an outlet in two data sets", () => {
  const dated = (n: number, fields: Partial<ArticleRecord> = {}) =>
    record(`https://page.example/${n}`, {
      title: `Day ${n}`,
      publishedDateTime: `2022-04-${10 + n}T00:00:00Z`,
      ...fields,
    });

  async function outletOf(...dataSets: readonly (readonly ArticleRecord[])[]) {
    const coverage = await coverageOf(dataSets, "https://page.example/");
    if (coverage.kind !== "outlet") throw new Error(coverage.kind);
    return coverage satisfies OutletCoverage;
  }

  test("has a rating of each, the one with most articles first, which gives the name", async () => {
    const small = { name: "Page of two", domain: "page.example" };
    const outlet = await outletOf(
      [dated(1, { quality: 7, provider: small })],
      [dated(2), dated(3, { quality: 60 }), dated(4, { quality: 80 })],
    );
    expect(outlet.name).toBe("Outlet page.example");
    expect(outlet.ratings).toMatchObject([
      { dataSet: { id: "two" }, articles: 3, rated: 2, quality: { median: 70 } },
      { dataSet: { id: "one" }, articles: 1, rated: 1, quality: { median: 7 }, thirds: null },
    ]);
  });

  test("has the latest articles of both, each once", async () => {
    const outlet = await outletOf(
      [dated(1), dated(3), dated(5, { quality: 7 })],
      [dated(2), dated(4), dated(5), record("https://page.example/undated", { title: "Undated" })],
    );
    expect(outlet.latest.map(({ title }) => title)).toEqual([
      "Day 5",
      "Day 4",
      "Day 3",
      "Day 2",
      "Day 1",
      "Undated",
    ]);
    expect(outlet.latest[0]).toMatchObject({ quality: 7, dataSets: ["one", "two"] });
  });

  test("has ten of them at most", async () => {
    const days = (from: number) => Array.from({ length: 8 }, (_, i) => dated(from + i));
    const outlet = await outletOf(days(1), days(9));
    expect(outlet.latest.map(({ title }) => title)).toEqual(
      [16, 15, 14, 13, 12, 11, 10, 9, 8, 7].map((n) => `Day ${n}`),
    );
  });
});

test("without data sets the answer is empty", async () => {
  expect(await coverageOf([])).toEqual({ kind: "none" });
});
