import { beforeAll, describe, expect, test } from "vitest";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import type { AddressClaim } from "../../../core/page/address-claims.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { record, seedRecord } from "../../fixtures/records.ts";
import { openSegment } from "../../fixtures/segments.ts";

const PAGE = "https://futurism.com/ukraine-facial-recognition-russian-photos";

let seed: SegmentReader;
beforeAll(async () => {
  seed = await openSegment([seedRecord()]);
});

async function storyAt(segment: SegmentReader, address: string) {
  const coverage = await findCoverage([segment], address, []);
  if (coverage.kind !== "article") throw new Error(`${address}: ${coverage.kind}`);
  return coverage;
}

describe("a page whose address is not known is found by what it claims", () => {
  test.each(["canonical", "og:url", "json-ld"] as const)("as %s", async (source) => {
    const coverage = await findCoverage([seed], "https://futurism.com/?preview=77", [
      { source, url: PAGE },
    ]);
    expect(coverage).toMatchObject({
      kind: "article",
      match: { address: source, rendition: "page" },
      page: { outlet: { name: "Futurism" } },
    });
  });

  test("in any form of its address, on any host of its site", async () => {
    const coverage = await findCoverage([seed], "https://beta.futurism.com/x/amp", [
      {
        source: "canonical",
        url: "https://amp.futurism.com/ukraine-facial-recognition-russian-photos",
      },
    ]);
    expect(coverage).toMatchObject({
      kind: "article",
      site: "futurism.com",
      match: { address: "canonical", rendition: "amp" },
    });
  });

  test("by its own address first", async () => {
    const coverage = await findCoverage([seed], `${PAGE}/amp`, [
      { source: "canonical", url: PAGE },
    ]);
    expect(coverage).toMatchObject({ match: { address: "page", rendition: "amp" } });
  });

  test("by JSON-LD only without a canonical link", async () => {
    const kindWith = async (canonical: string) => {
      const { kind } = await findCoverage([seed], "https://futurism.com/other", [
        { source: "canonical", url: canonical },
        { source: "json-ld", url: PAGE },
      ]);
      return kind;
    };
    expect(await kindWith("https://futurism.com/unknown")).toBe("outlet");
    expect(await kindWith("https://futurism.com/other")).toBe("outlet");
    expect(await kindWith("https://elsewhere.example/x")).toBe("article");
    expect(await kindWith("javascript:alert(1)")).toBe("article");
  });

  test("by the first claim that leads to something", async () => {
    const coverage = await findCoverage([seed], "https://futurism.com/other", [
      { source: "canonical", url: "https://futurism.com/unknown" },
      { source: "og:url", url: PAGE },
      { source: "json-ld", url: PAGE },
    ]);
    expect(coverage).toMatchObject({ match: { address: "og:url" } });
  });
});

describe("a page cannot claim to be another site's", () => {
  const claims = [{ source: "canonical", url: PAGE }] as const;

  test.each([
    "https://evil.example/x",
    "https://evilfuturism.com/x",
    "https://futurism.com.evil.example/x",
    "https://futurism.co/x",
    "https://futurism.com:x@evil.example/x",
    "https://evil.example/https://futurism.com/x",
    "https://fututurism.com/ukraine-facial-recognition-russian-photos",
  ])("the answer for %s is empty", async (address) => {
    expect(await findCoverage([seed], address, claims)).toEqual({ kind: "none" });
  });

  test("another known outlet gets its own profile only", async () => {
    const coverage = await findCoverage([seed], "https://www.wsj.com/other", claims);
    expect(coverage).toMatchObject({ kind: "outlet", site: "wsj.com" });
  });

  test.each([
    ["an AMP cache", `https://futurism-com.cdn.ampproject.org/c/s/${PAGE.slice(8)}`],
    ["a web archive", `https://web.archive.org/web/2022/${PAGE}`],
    ["an address with credentials", PAGE.replace("//", "//www.wsj.com@")],
    ["a script", `javascript:${PAGE}`],
  ])("nor by claiming %s", async (_, url) => {
    const coverage = await findCoverage([seed], "https://www.wsj.com/other", [
      { source: "canonical", url },
    ]);
    expect(coverage.kind).toBe("outlet");
  });

  test("a site whose name only has the same ending is another site", async () => {
    const segment = await openSegment([
      record("https://a.example/1"),
      record("https://my-a.example/1"),
    ]);
    const coverage = await findCoverage([segment], "https://a.example/other", [
      { source: "canonical", url: "https://my-a.example/1" },
    ]);
    expect(coverage).toMatchObject({ kind: "outlet", site: "a.example" });
  });

  test("a site that shares a public suffix is another site", async () => {
    const segment = await openSegment([
      record("https://a.github.io/1"),
      record("https://b.github.io/1"),
    ]);
    const coverage = await findCoverage([segment], "https://b.github.io/other", [
      { source: "canonical", url: "https://a.github.io/1" },
    ]);
    expect(coverage).toMatchObject({ kind: "outlet", site: "b.github.io" });
  });
});

describe("a page without a record", () => {
  test.each([
    "https://futurism.com/",
    "https://futurism.com/another-story",
    "http://www.futurism.com/ukraine-facial-recognition",
    "https://blog.futurism.com/ukraine-facial-recognition-russian-photos",
  ])("the answer for %s is its outlet", async (address) => {
    expect(await findCoverage([seed], address, [])).toMatchObject({
      kind: "outlet",
      site: "futurism.com",
      name: "Futurism",
      ratings: [
        {
          dataSet: { id: "made-up" },
          articles: 1,
          rated: 1,
          thirds: { lower: 59, middle: 72 },
        },
      ],
      latest: [{ url: PAGE }],
    });
  });

  test.each([
    "https://example.com/",
    "https://ukraine-facial-recognition-russian-photos/",
    "about:blank",
    "file:///x.html",
    "chrome://newtab/",
    "",
  ])("the answer for “%s” of an unknown site is empty", async (address) => {
    expect(await findCoverage([seed], address, [])).toEqual({ kind: "none" });
  });
});

describe("the story of a page", () => {
  const named = record("https://b.example/1", { title: "B" });
  const naming = (n: number, fields: Partial<ArticleRecord> = {}) =>
    record(`https://a.example/${n}`, {
      title: `A${n}`,
      publishedDateTime: `2022-04-${10 + n}T00:00:00Z`,
      related: [named],
      ...fields,
    });
  const reasons = ({ related }: Awaited<ReturnType<typeof storyAt>>) =>
    related.map(({ title, reason }) => `${title}: ${reason.kind}`);

  test("of its own record leaves out what the records that name it name", async () => {
    const own = {
      ...named,
      related: [record("https://c.example/1", { title: "C" })],
      topics: ["T"],
    };
    const other = record("https://d.example/1", { title: "D" });
    const segment = await openSegment([naming(1, { related: [named, other], topics: ["U"] }), own]);
    const story = await storyAt(segment, "https://b.example/1");
    expect(reasons(story)).toEqual(["C: named-by-page", "A1: names-page"]);
    expect(story.topics).toEqual(["T"]);
  });

  test("of records that name it has each article once, for the best reason", async () => {
    const others = [record("https://c.example/1", { title: "C" }), record("https://a.example/2")];
    const segment = await openSegment([
      naming(1, { related: [named, ...others], topics: ["T", "U"] }),
      naming(2, { related: [named, ...others], topics: ["U", "V"] }),
    ]);
    const story = await storyAt(segment, "https://b.example/1");
    expect(reasons(story)).toEqual(["A2: names-page", "A1: names-page", "C: named-together"]);
    expect(story.topics).toEqual(["U", "V", "T"]);
  });

  test("shows the page as the latest record that names it does", async () => {
    const segment = await openSegment([
      naming(1, { related: [{ ...named, quality: 10 }] }),
      naming(3, { related: [{ ...named, quality: 30 }] }),
      naming(2, { related: [{ ...named, quality: 20 }] }),
    ]);
    expect((await storyAt(segment, "https://b.example/1")).page.quality).toBe(30);
  });

  test("is read from four records that name the page, and the others are counted", async () => {
    const segment = await openSegment([1, 2, 3, 4, 5, 6].map((n) => naming(n)));
    const story = await storyAt(segment, "https://b.example/1");
    expect(story.related.map(({ title }) => title)).toEqual(["A6", "A5", "A4", "A3"]);
    expect(story.omitted).toBe(2);
  });

  test("is found by any address that a record gives the page", async () => {
    const elsewhere = { ...named, ampWebUrl: "https://amp-host.example/77" };
    const segment = await openSegment([naming(1, { related: [elsewhere] })]);
    const story = await storyAt(segment, "https://amp-host.example/77");
    expect(story.page).toMatchObject({ title: "B", url: "https://b.example/1" });
    expect(reasons(story)).toEqual(["A1: names-page"]);
  });

  test("is found by any address in the page's own record", async () => {
    const segment = await openSegment([{ ...naming(1), originalUrl: "https://first.example/1" }]);
    const story = await storyAt(segment, "https://first.example/1?utm_source=x");
    expect(story.page.title).toBe("A1");
    expect(reasons(story)).toEqual(["B: named-by-page"]);
  });
});

describe("a host that several sites share", () => {
  test("does not share its outlet or its articles with the sites on it", async () => {
    const segment = await openSegment([record("https://github.io/story")]);
    const claims: AddressClaim[] = [{ source: "canonical", url: "https://github.io/story" }];
    expect(await findCoverage([segment], "https://github.io/other", [])).toMatchObject({
      kind: "outlet",
      site: "github.io",
    });
    expect(await findCoverage([segment], "https://anyone.github.io/x", claims)).toEqual({
      kind: "none",
    });
  });
});
