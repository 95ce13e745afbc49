import { describe, expect, test } from "vitest";
import { newCorrection } from "../../../core/corrections/new-correction.ts";

const PAGE = { url: "https://www.a.example/story?utm_source=x", title: "The page" };
const ARTICLE = { url: "https://b.example/story/amp", title: "The article" };

describe("a correction", () => {
  test("stores the articles' URL keys, not the addresses they were found at", () => {
    expect(newCorrection(PAGE, ARTICLE, 7)).toEqual({
      page: "a.example/story",
      article: "b.example/story",
      pageTitle: "The page",
      articleTitle: "The article",
      at: 7,
    });
  });

  test.each([
    ["a title with line breaks", "One\r\n  two\tthree", "One two three"],
    ["a title that turns the text around it", "One \u202etwo\u2069", "One two"],
    ["no title", "", ""],
    ["an over-long title", "x".repeat(301), `${"x".repeat(299)}…`],
  ])("keeps %s as a plain line", (_, title, expected) => {
    expect(newCorrection({ ...PAGE, title }, ARTICLE, 7)?.pageTitle).toBe(expected);
  });

  test.each([
    ["no address", "nonsense"],
    ["no address of the web", "javascript:alert(1)"],
    ["another address of the page", "http://a.example/story#end"],
  ])("is invalid with %s for the article", (_, url) => {
    expect(newCorrection(PAGE, { ...ARTICLE, url }, 7)).toBeNull();
  });
});
