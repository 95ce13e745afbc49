import { describe, expect, test } from "vitest";
import type { JsonLdNode } from "../../../core/page/json-ld.ts";
import { kindSigns } from "../../../core/page/kind-signs.ts";
import { pageMarks } from "../../../core/page/page-marks.ts";
import { type MarkupParts, pageMarkup } from "../../fixtures/page-markup.ts";

const ARTICLE = { "@type": "NewsArticle", headline: "Bridge closed" };

function marks(main: JsonLdNode, parts: MarkupParts = {}) {
  return pageMarks(kindSigns(pageMarkup({ nodes: [main], ...parts }), main));
}

test("an ordinary article has no mark", () => {
  const author = [{ "@type": "Person", name: "Ann Reuters" }, "Reuters"];
  const free = { correction: "", author, isAccessibleForFree: true };
  expect(marks({ ...ARTICLE, ...free }, { metas: { "article:content_tier": "free" } })).toEqual([]);
});

test("neither has one of which no page was read", () => {
  expect(pageMarks([])).toEqual([]);
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

test("a live blog, but not a page that only describes one beside its article", () => {
  const live = { ...ARTICLE, "@type": ["NewsArticle", "LiveBlogPosting"] };
  expect(marks(live)).toEqual(["live"]);
  expect(marks(ARTICLE, { nodes: [ARTICLE, live] })).toEqual([]);
});

test("a fact-check, which a page says beside its article", () => {
  const nodes = [ARTICLE, { "@type": "ClaimReview", claimReviewed: "The bridge fell" }];
  expect(marks(ARTICLE, { nodes })).toEqual(["fact-check"]);
});

test.each<[string, unknown]>([
  ["a text", "An earlier version named another bridge."],
  ["an object", { "@type": "CorrectionComment", text: "Another bridge" }],
  ["a list", [{ text: "Another bridge" }]],
])("a correction as %s", (_, correction) => {
  expect(marks({ ...ARTICLE, correction })).toEqual(["correction"]);
});

test.each<[string, unknown]>([
  ["correction", []],
  ["correction", [""]],
  ["correction", null],
  ["isAccessibleForFree", "not false"],
  ["isAccessibleForFree", null],
  ["isAccessibleForFree", { toString: "false" }],
  ["author", { name: { first: "AP" } }],
])("%s: %j says nothing", (name, value) => {
  expect(marks({ ...ARTICLE, [name]: value })).toEqual([]);
});

describe("an agency's text", () => {
  test.each<[string, unknown]>([
    ["author", "Reuters"],
    ["author", [{ "@type": "Organization", name: " AFP " }]],
    ["sourceOrganization", { name: "The Associated Press" }],
  ])("by its %s %j", (name, value) => {
    expect(marks({ ...ARTICLE, [name]: value })).toEqual(["agency"]);
  });
});

test("several marks come in a fixed order", () => {
  const main = { "@type": "OpinionNewsArticle", isAccessibleForFree: false, author: "AP" };
  expect(marks(main)).toEqual(["opinion", "agency", "paywall"]);
});

test("no sign is longer than 100 characters", () => {
  const author = "x".repeat(101);
  expect(kindSigns(pageMarkup(), { ...ARTICLE, author })[4]).toBe("x".repeat(100));
});
