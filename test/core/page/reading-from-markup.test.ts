import { describe, expect, test } from "vitest";
import { readingFromMarkup } from "../../../core/page/reading-from-markup.ts";
import { type MarkupParts, pageMarkup } from "../../fixtures/page-markup.ts";

/** An address that is worth a point, since it has a number in it. */
const NUMBERED = "https://a.example/news/1234567";
/** An address that costs a point. */
const SHORT = "https://a.example/news/bridge";

function statement(parts: MarkupParts) {
  return readingFromMarkup(pageMarkup(parts)).statement;
}

test("an article's reading has its claims and what it says of itself", () => {
  const node = { "@type": "NewsArticle", headline: "Bridge closed", datePublished: "2024-03-01" };
  expect(
    readingFromMarkup(
      pageMarkup({
        address: NUMBERED,
        canonical: NUMBERED,
        nodes: [node],
        heading: "Bridge closed",
      }),
    ),
  ).toEqual({
    claims: [{ source: "canonical", url: NUMBERED }],
    statement: {
      headline: "Bridge closed",
      description: "",
      published: ["2024-03-01"],
      language: "",
      outlet: "",
      type: "article",
      signs: ["NewsArticle", "NewsArticle", "", "", "", "", "", ""],
    },
  });
});

describe("a page is an article from five points on", () => {
  /** Three points: one for the heading, two for what the page calls itself. */
  const three = { metas: { "og:type": "article" }, heading: "Bridge closed" };

  test.each<[string, MarkupParts, boolean]>([
    ["3 + 2 for its paragraphs − 1", { ...three, paragraphs: 3, address: SHORT }, false],
    ["3 + 2 for its paragraphs + 1", { ...three, paragraphs: 3, address: NUMBERED }, true],
    ["3 + 2 for its time − 1", { ...three, time: "2024", address: SHORT }, false],
    ["3 + 2 for its time + 1", { ...three, time: "2024", address: NUMBERED }, true],
    ["3 + 2 + 2 − 1", { ...three, paragraphs: 3, time: "2024", address: SHORT }, true],
    ["3 + 1", { ...three, address: NUMBERED }, false],
    [
      "2 + 2 for its time + 1",
      { metas: three.metas, title: "Bridge closed", time: "2024", address: NUMBERED },
      true,
    ],
    [
      "1 for a video + 2 for its time + 1",
      { metas: { "og:type": "video" }, title: "Bridge", time: "2024", address: NUMBERED },
      false,
    ],
  ])("%s", (_, parts, isArticle) => {
    expect(statement(parts) !== null).toBe(isArticle);
  });
});

test("a page without a headline is no article", () => {
  const parts = { metas: { "og:type": "article" }, paragraphs: 3, time: "2024", address: NUMBERED };
  expect(statement({ ...parts, title: "Bridge closed" })).not.toBeNull();
  expect(statement(parts)).toBeNull();
});
