import { describe, expect, test } from "vitest";
import { pageKey } from "../../../core/page/page-key.ts";

const PAGE = "https://www.harbour-news.example/2024/bridge";
const KEY = "harbour-news.example/2024/bridge";

describe("an address is the same page's", () => {
  test.each([
    ["as it is", ""],
    ["with tracking parameters", "?utm_source=x&fbclid=1"],
    ["with a fragment", "#comments"],
    ["with a slash at its end", "/"],
    ["with a page of the article", "?page=2"],
    ["with a page of the article and tracking parameters", "?page=12&utm_source=x"],
  ])("%s", (_, end) => {
    expect(pageKey(PAGE + end)).toBe(KEY);
  });
});

describe("an address is another page's", () => {
  test.each([
    ["with another path", "-2", `${KEY}-2`],
    ["with another article in its query", "?id=7", `${KEY}?id=7`],
    ["with another article and a page of it", "?page=2&id=7", `${KEY}?id=7`],
    ["with a page by name", "?page=about", `${KEY}?page=about`],
    ["with a long number for a page", "?page=1234", `${KEY}?page=1234`],
    ["with a field that only ends so", "?frontpage=1", `${KEY}?frontpage=1`],
  ])("%s", (_, end, key) => {
    expect(pageKey(PAGE + end)).toBe(key);
  });
});

test("a text that is not an address is a page of its own", () => {
  expect(pageKey("about")).toBe("about");
});
