import { describe, expect, test } from "vitest";
import type { JsonLdNode } from "../../../core/page/json-ld.ts";
import { pageMarks } from "../../../core/page/page-marks.ts";
import { type MarkupParts, pageMarkup } from "../../fixtures/page-markup.ts";

const ARTICLE = { "@type": "NewsArticle", headline: "Bridge closed" };

function marks(main: JsonLdNode, parts: MarkupParts = {}) {
  return pageMarks(pageMarkup({ nodes: [main], ...parts }), main);
}

test("an ordinary article has no mark", () => {
  const author = [{ "@type": "Person", name: "Ann Reuters" }, "The AP Team", 7, null];
  const free = { correction: " ", author, isAccessibleForFree: true };
  expect(marks({ ...ARTICLE, ...free }, { metas: { "article:content_tier": "free" } })).toEqual([]);
});

test.each<[string, JsonLdNode]>([
  ["a paywall", { ...ARTICLE, isAccessibleForFree: false }],
  ["a paywall, as a text", { ...ARTICLE, isAccessibleForFree: "False" }],
  ["a paywall, as an address", { ...ARTICLE, isAccessibleForFree: "https://schema.org/False" }],
])("%s", (_, main) => {
  expect(marks(main)).toEqual(["paywall"]);
});

test.each(["locked", "metered"])("a paywall by the meta tag's %s", (tier) => {
  expect(marks(ARTICLE, { metas: { "article:content_tier": tier } })).toEqual(["paywall"]);
});

test("an opinion by its type, or by the meta tag", () => {
  expect(marks({ ...ARTICLE, "@type": "OpinionNewsArticle" })).toEqual(["opinion"]);
  expect(marks(ARTICLE, { metas: { "article:opinion": "true" } })).toEqual(["opinion"]);
});

test("a live blog", () => {
  expect(marks({ ...ARTICLE, "@type": ["NewsArticle", "LiveBlogPosting"] })).toEqual(["live"]);
});

test("a fact-check, which a page says beside its article", () => {
  const nodes = [ARTICLE, { "@type": "ClaimReview", claimReviewed: "The bridge fell" }];
  expect(marks(ARTICLE, { nodes })).toEqual(["fact-check"]);
});

test.each<[string, unknown]>([
  ["a text", "An earlier version named another bridge."],
  ["an object", { "@type": "CorrectionComment", text: "Another bridge" }],
  ["a list", ["", { text: "Another bridge" }]],
])("a correction as %s", (_, correction) => {
  expect(marks({ ...ARTICLE, correction })).toEqual(["correction"]);
});

test.each<[string, unknown]>([
  ["correction", []],
  ["correction", ["", null]],
  ["correction", 5],
  ["isAccessibleForFree", "not false"],
  ["isAccessibleForFree", null],
  ["author", { name: { first: "AP" } }],
])("%s: %j says nothing", (name, value) => {
  expect(marks({ ...ARTICLE, [name]: value })).toEqual([]);
});

describe("an agency's text", () => {
  test.each<[string, unknown]>([
    ["author", "Reuters"],
    ["author", [{ name: "Ann Lee" }, { "@type": "Organization", name: "AFP" }]],
    ["creator", " dpa "],
    ["sourceOrganization", { name: "The Associated Press" }],
  ])("by its %s %j", (name, value) => {
    expect(marks({ ...ARTICLE, [name]: value })).toEqual(["agency"]);
  });

  test("not by an author beyond the fourth", () => {
    expect(marks({ ...ARTICLE, author: ["A", "B", "C", "D", "Reuters"] })).toEqual([]);
  });
});

test("several marks come in a fixed order", () => {
  const main = { "@type": "OpinionNewsArticle", isAccessibleForFree: false, author: "AP" };
  expect(marks(main)).toEqual(["opinion", "agency", "paywall"]);
});
