import { describe, expect, test } from "vitest";
import { pagePlace } from "../../../core/page/page-place.ts";

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
    expect(pagePlace(PAGE + end).key).toBe(KEY);
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
    expect(pagePlace(PAGE + end).key).toBe(key);
  });
});

test("a text that is not an address is a page of its own, with score 0", () => {
  expect(pagePlace("about")).toEqual({ key: "about", score: 0 });
});

describe("an address looks like", () => {
  test.each([
    ["an article's, with a title in it", "/news/bridge-over-harbour-closed", 1],
    ["an article's, with a number in it", "/news/1234567", 1],
    ["nothing in particular", "/news/bridge", -1],
    ["a list's", "/tag/bridge", -4],
    ["a search's", "/find?q=bridge", -4],
    ["a front page's", "/en/", -10],
  ])("%s: %s, %i", (_, path, score) => {
    expect(pagePlace(`https://a.example${path}`).score).toBe(score);
  });
});
