// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { readPage } from "../../../platform/content-script/read-page.ts";

/** What a page with this head claims, under the headline “One”. Its base stands in for the address a parsed document lacks. */
function claimsOf(head: string): [source: string, url: string][] {
  const page = `<!doctype html><head><base href="https://a.example/news/1?x=2">${head}<title>One</title></head><body></body>`;
  const document = new DOMParser().parseFromString(page, "text/html");
  return readPage(document, "https://a.example/news/1?x=2").claims.map(({ source, url }) => [
    source,
    url,
  ]);
}

const ld = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;
const ONE = "https://a.example/one";
const TWO = "https://a.example/two";

describe("the canonical link", () => {
  test.each([
    ["as it is", `<link rel="canonical" href="${ONE}">`, ONE],
    ["among other relations", `<link rel="alternate canonical" href="${ONE}">`, ONE],
    ["in capitals", `<link rel="CANONICAL" href="${ONE}">`, ONE],
    [
      "made absolute",
      '<link rel="canonical" href="../story/3#top">',
      "https://a.example/story/3#top",
    ],
    ["without its scheme", '<link rel="canonical" href="//b.example/1">', "https://b.example/1"],
    [
      "the first of several",
      `<link rel="canonical" href="${ONE}"><link rel="canonical" href="${TWO}">`,
      ONE,
    ],
  ])("is read %s", (_, head, url) => {
    expect(claimsOf(head)).toEqual([["canonical", url]]);
  });

  test.each([
    ["is empty", '<link rel="canonical" href="">'],
    ["has no address", '<link rel="canonical">'],
    ["is no address", '<link rel="canonical" href="https://[">'],
    ["is another relation", `<link rel="canonical-ish" href="${ONE}">`],
    ["is over-long", `<link rel="canonical" href="https://a.example/${"x".repeat(4096)}">`],
  ])("claims nothing when it %s", (_, head) => {
    expect(claimsOf(head)).toEqual([]);
  });

  test("may be as long as the protocol takes it", () => {
    const url = `https://a.example/${"x".repeat(4096 - "https://a.example/".length)}`;
    expect(claimsOf(`<link rel="canonical" href="${url}">`)).toEqual([["canonical", url]]);
  });

  test("that is a script stays text: look-ups take http(s) addresses only", () => {
    expect(claimsOf('<link rel="canonical" href="java\nscript:alert(1)">')).toEqual([
      ["canonical", "javascript:alert(1)"],
    ]);
  });
});

test("og:url is read", () => {
  expect(claimsOf(`<meta property="og:url" content="${ONE}">`)).toEqual([["og:url", ONE]]);
});

test("of all claims the best come first", () => {
  const head = `${ld({ "@type": "Article", headline: "One", url: "/ld" })}<meta property="og:url" content="/og"><link rel="canonical" href="/link">`;
  expect(claimsOf(head)).toEqual([
    ["canonical", "https://a.example/link"],
    ["og:url", "https://a.example/og"],
    ["json-ld", "https://a.example/ld"],
  ]);
});

describe("JSON-LD is read", () => {
  test.each<[string, unknown]>([
    ["of an object", { "@type": "NewsArticle", headline: "One", url: ONE }],
    ["of an Article", { "@type": "Article", headline: "One", url: ONE }],
    ["of a BlogPosting", { "@type": "BlogPosting", headline: "One", url: ONE }],
    ["of a VideoObject", { "@type": "VideoObject", headline: "One", url: ONE }],
    ["of a kind of article", { "@type": "ReportageNewsArticle", headline: "One", url: ONE }],
    ["of several types", { "@type": ["Thing", "NewsArticle"], headline: "One", url: ONE }],
    [
      "of a type by its address",
      { "@type": "https://schema.org/NewsArticle", headline: "One", url: ONE },
    ],
    [
      "of a list",
      [
        { "@type": "Organization", url: TWO },
        { "@type": "NewsArticle", headline: "One", url: ONE },
      ],
    ],
    [
      "of a graph",
      {
        "@graph": [
          { "@type": "WebPage", url: TWO },
          { "@type": "NewsArticle", headline: "One", url: ONE },
        ],
      },
    ],
    ["of the page it is on", { "@type": "NewsArticle", headline: "One", mainEntityOfPage: ONE }],
    [
      "of the page it is on, as an object",
      {
        "@type": "NewsArticle",
        headline: "One",
        mainEntityOfPage: { "@type": "WebPage", "@id": ONE },
      },
    ],
    [
      "of its own address first",
      { "@type": "NewsArticle", headline: "One", url: ONE, mainEntityOfPage: TWO },
    ],
    [
      "past what is no text",
      { "@type": "NewsArticle", headline: "One", url: [TWO], mainEntityOfPage: ONE },
    ],
    ["made absolute", { "@type": "NewsArticle", headline: "One", url: "/one" }],
  ])("%s", (_, value) => {
    expect(claimsOf(ld(value))).toEqual([["json-ld", ONE]]);
  });

  test("of the first block that has an article", () => {
    const blocks = [
      { "@type": "WebSite", url: TWO },
      { "@type": "NewsArticle", headline: "One", url: ONE },
      { "@type": "NewsArticle", headline: "One", url: TWO },
    ];
    expect(claimsOf(blocks.map(ld).join(""))).toEqual([["json-ld", ONE]]);
  });

  test("past a block that is broken", () => {
    expect(
      claimsOf(ld("{ broken") + ld({ "@type": "Article", headline: "One", url: ONE })),
    ).toEqual([["json-ld", ONE]]);
  });

  test("of a block that is over-long, at its start", () => {
    const long = {
      "@type": "Article",
      headline: "One",
      url: ONE,
      articleBody: "x".repeat(200_000),
      mainEntityOfPage: TWO,
    };
    expect(claimsOf(ld(long))).toEqual([["json-ld", ONE]]);
  });
});

describe("JSON-LD claims nothing", () => {
  test.each<[string, unknown]>([
    ["of what is no article", { "@type": "WebPage", url: ONE }],
    ["of what has no type", { url: ONE }],
    ["of an article without an address", { "@type": "NewsArticle" }],
    [
      "of an article that is nested deeper than is looked",
      [[[[[[{ "@type": "Article", headline: "One", url: ONE }]]]]]],
    ],
    [
      "of an article behind fifty others",
      [...Array(50).fill({}), { "@type": "Article", headline: "One", url: ONE }],
    ],
    ["when it is null", null],
    ["when it is text", '"https://a.example/one"'],
    ["when it is empty", ""],
  ])("%s", (_, value) => {
    expect(claimsOf(ld(value))).toEqual([]);
  });

  test("after eight blocks", () => {
    const filler = Array(8)
      .fill(ld({ "@type": "WebSite", url: TWO }))
      .join("");
    expect(claimsOf(filler + ld({ "@type": "Article", headline: "One", url: ONE }))).toEqual([]);
  });

  test("when it is nested almost without end", () => {
    const deep = "[".repeat(90_000) + "]".repeat(90_000);
    expect(claimsOf(ld(deep))).toEqual([]);
  });
});
