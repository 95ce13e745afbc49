import { describe, expect, test } from "vitest";
import type { JsonLdNode } from "../../../core/page/json-ld.ts";
import { pageStatement } from "../../../core/page/page-statement.ts";
import {
  hasPublicationTime,
  statementFromMarkup,
} from "../../../core/page/statement-from-markup.ts";
import { type MarkupParts, pageMarkup } from "../../fixtures/page-markup.ts";

interface Parts extends MarkupParts {
  readonly main?: JsonLdNode;
}

function statement({ main = {}, ...parts }: Parts) {
  return statementFromMarkup(pageMarkup(parts), main);
}

const ARTICLE = { "@type": "NewsArticle", headline: "In JSON-LD" };

test("what the page says of its kind is told", () => {
  expect(statement({ main: { "@type": "OpinionNewsArticle" } }).signs[0]).toBe(
    "OpinionNewsArticle",
  );
});

describe("the headline is", () => {
  test.each<[string, Parts, string]>([
    [
      "Open Graph's before all",
      { metas: { "og:title": "Open Graph" }, main: ARTICLE, heading: "Heading" },
      "Open Graph",
    ],
    [
      "JSON-LD's before Twitter's",
      { metas: { "twitter:title": "Twitter" }, main: ARTICLE },
      "In JSON-LD",
    ],
    [
      "Twitter's before the heading",
      { metas: { "twitter:title": "Twitter" }, heading: "Heading" },
      "Twitter",
    ],
    ["the heading before the title", { heading: "Heading", title: "Title" }, "Heading"],
    ["the title when there is nothing else", { title: "Title" }, "Title"],
    [
      "another than the outlet's name",
      { metas: { "og:title": "The Gazette", "og:site_name": "The Gazette" }, heading: "Heading" },
      "Heading",
    ],
    [
      "another than the site's name in its address",
      {
        address: "https://www.the-gazette.example/1",
        metas: { "og:title": "The Gazette" },
        heading: "橋",
      },
      "橋",
    ],
    [
      "whole, where the attribute ends at a quotation mark that was not escaped",
      { metas: { "og:title": "The " }, heading: 'The "Bridge" is closed' },
      'The "Bridge" is closed',
    ],
    [
      "an encyclopedia's name of its subject, not the description",
      { main: { ...ARTICLE, name: "Bridge" }, heading: "Bridge" },
      "Bridge",
    ],
    ["without blanks around it", { metas: { "og:title": "\n One " } }, "One"],
    ["not one of blanks", { metas: { "og:title": " \n" }, title: "Title" }, "Title"],
    ["cut at 500 characters", { heading: "x".repeat(501) }, "x".repeat(500)],
  ])("%s", (_, parts, headline) => {
    expect(statement(parts).headline).toBe(headline);
  });
});

describe("the times of publication", () => {
  const times = (parts: Parts) => statement(parts).published;
  const dated = { ...ARTICLE, datePublished: "2024-03-02" };

  test("come from unambiguous names, JSON-LD, ambiguous names and the page, in this order", () => {
    const metas = { date: "2024-03-03", "article:published_time": "2024-03-01" };
    expect(times({ metas, main: dated, time: "2024-03-04" })).toEqual([
      "2024-03-01",
      "2024-03-02",
      "2024-03-03",
      "2024-03-04",
    ]);
  });

  test("are listed once each", () => {
    expect(times({ main: dated, time: "2024-03-02" })).toEqual(["2024-03-02"]);
  });

  test.each<[string, string[]]>([
    ["article:published:time", ["2024-03-01"]],
    ["bt:pubdate", ["2024-03-01"]],
    ["publishdate", ["2024-03-01"]],
    ["cxenseparse:recs:publishtime", ["2024-03-01"]],
    ["dc.date.created", ["2024-03-01"]],
    ["article:modified_time", []],
    ["expires", []],
    ["book:release_date", []],
    ["publisher", []],
  ])("are under the name %s: %s", (name, expected) => {
    expect(times({ metas: { [name]: "2024-03-01" } })).toEqual(expected);
  });

  test("are without a last edit that JSON-LD tells apart", () => {
    const edit = "2024-03-05T10:00:00Z";
    const main = { ...ARTICLE, datePublished: "2024-03-01T10:00:00Z", dateModified: edit };
    expect(times({ metas: { "article:published_time": edit }, main })).toEqual([
      "2024-03-01T10:00:00Z",
    ]);
  });

  test("of a live blog have its start", () => {
    const main = { "@type": "LiveBlogPosting", coverageStartTime: "2024-03-01" };
    expect(times({ main })).toEqual(["2024-03-01"]);
  });

  test("are those of the page's node and elsewhere where there is no other", () => {
    const nodes = [{ "@type": "WebPage", datePublished: "2024-03-01" }];
    const elsewhere = { nodes, timeElsewhere: "2024-03-02" };
    expect(times(elsewhere)).toEqual(["2024-03-01", "2024-03-02"]);
    expect(times({ ...elsewhere, time: "2024-03-03" })).toEqual(["2024-03-03"]);
  });

  test("are at most six", () => {
    const metas = { date: "2024", pubdate: "2023", published: "2022", "dc.date": "2021" };
    const more = { created: "2020", "article:published_time": "2019" };
    expect(times({ metas: { ...metas, ...more }, time: "2018" })).toHaveLength(6);
  });

  test.each([
    ["have a year of the web's", "0001-01-01T00:00:00Z"],
    ["are no longer than a time is", `2024-03-01${" ".repeat(60)}`],
    ["are no times of changes", ""],
  ])("%s", (_, time) => {
    expect(times({ time, metas: { "article:modified_time": "2024-03-05" } })).toEqual([]);
  });

  test.each([
    ...["article:published_time", "og:article:published_time", "datepublished", "og:datepublished"],
    ...["article:published", "article.published", "parsely-pub-date", "pubdate", "og:pubdate"],
    ...["publish-date", "published", "dcterms.created", "dc.date.issued", "dc.date", "date"],
    ...["sailthru.date"],
  ])("are read from %s", (name) => {
    const metas = { [name]: "2024-03-01" };
    expect(times({ metas })).toEqual(["2024-03-01"]);
    expect(hasPublicationTime(pageMarkup({ metas }))).toBe(true);
  });

  test("are not stated where no field means them", () => {
    expect(hasPublicationTime(pageMarkup({ metas: { "article:modified_time": "2024" } }))).toBe(
      false,
    );
  });

  test("of a video are those of its upload", () => {
    expect(times({ main: { "@type": "VideoObject", uploadDate: "2024-03-02" } })).toEqual([
      "2024-03-02",
    ]);
  });

  test.each([
    ["a time of 64 characters", "2024-03-01".padEnd(64, " ")],
    ["the year 1999", "1999-03-01"],
    ["nine digits", "171007200"],
  ])("may be %s", (_, time) => {
    expect(times({ time })).toEqual([time]);
  });

  test.each([
    ["a time of 65 characters", "2024-03-01".padEnd(65, " ")],
    ["the year 1850", "1850-03-01"],
    ["nine digits behind a word", "no 171007185"],
    ["a price of eight digits", "18100785"],
  ])("are not %s", (_, time) => {
    expect(times({ time })).toEqual([]);
  });

  test("may be seconds since 1970", () => {
    expect(times({ metas: { pubdate: "1710072000" } })).toEqual(["1710072000"]);
  });
});

test("outlet, description and language come from JSON-LD when nothing else states them", () => {
  const node = {
    ...ARTICLE,
    publisher: { "@type": "Organization", name: "The Gazette" },
    description: "In short.",
    inLanguage: "en",
  };
  expect(statement({ main: node })).toMatchObject({
    outlet: "The Gazette",
    description: "In short.",
    language: "en",
  });
});

describe("outlet, description and language come from the best place that has them", () => {
  const main = { publisher: "JSON-LD", description: "JSON-LD", inLanguage: "ld" };
  test.each<[string, "outlet" | "description" | "language", Parts, string]>([
    ["Open Graph before JSON-LD", "outlet", { metas: { "og:site_name": "OG" }, main }, "OG"],
    [
      "JSON-LD before the application",
      "outlet",
      { metas: { "application-name": "App" }, main },
      "JSON-LD",
    ],
    ["the application", "outlet", { metas: { "application-name": "App" } }, "App"],
    ["none", "outlet", {}, ""],
    [
      "Open Graph before the page's own",
      "description",
      { metas: { description: "Own", "og:description": "OG" } },
      "OG",
    ],
    [
      "the page's own before JSON-LD",
      "description",
      { metas: { description: "Own" }, main },
      "Own",
    ],
    [
      "JSON-LD before Twitter's",
      "description",
      { metas: { "twitter:description": "Twitter" }, main },
      "JSON-LD",
    ],
    ["Twitter's", "description", { metas: { "twitter:description": "Twitter" } }, "Twitter"],
    ["the document before JSON-LD", "language", { language: "de", main }, "de"],
    ["JSON-LD before Open Graph", "language", { metas: { "og:locale": "fr_FR" }, main }, "ld"],
    ["Open Graph", "language", { metas: { "og:locale": "fr_FR" } }, "fr_FR"],
  ])("%s: %s", (_, field, parts, text) => {
    expect(statement(parts)[field]).toBe(text);
  });

  test("cut at 1,000, 200 and 35 characters", () => {
    const metas = { description: "x".repeat(1001), "og:site_name": "x".repeat(201) };
    const { description, outlet, language } = statement({ metas, language: "x".repeat(36) });
    expect([description, outlet, language].map(({ length }) => length)).toEqual([1000, 200, 35]);
  });
});

test("a statement's schema accepts the longest texts and no longer ones", () => {
  const longest = {
    headline: "x".repeat(500),
    description: "x".repeat(1000),
    published: Array(6).fill("x".repeat(64)),
    language: "x".repeat(35),
    outlet: "x".repeat(200),
    type: "video",
    signs: Array(8).fill("x".repeat(100)),
  };
  expect(pageStatement.safeParse(longest).success).toBe(true);
  for (const tooMuch of [
    { headline: "x".repeat(501) },
    { description: "x".repeat(1001) },
    { published: Array(7).fill("x") },
    { published: ["x".repeat(65)] },
    { language: "x".repeat(36) },
    { outlet: "x".repeat(201) },
    { type: "website" },
    { author: "x" },
  ])
    expect(pageStatement.safeParse({ ...longest, ...tooMuch }).success).toBe(false);
});

describe("the type is", () => {
  const video = { "@type": "VideoObject", name: "One" };
  test.each<[string, Parts]>([
    ["video", { main: video }],
    ["article", { main: ARTICLE }],
    ["article", {}],
  ])("%s", (type, parts) => {
    expect(statement(parts).type).toBe(type);
  });
});
