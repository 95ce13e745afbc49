import { expect, test } from "vitest";
import { outletPatterns } from "../../../core/outlets/outlet-patterns.ts";

const domains = ["gazette.example"];

test.each([
  ["on the outlet's site", "https://gazette.example/rss"],
  ["on a host below it", "https://feeds.gazette.example/rss"],
])("a feed %s needs the site only", (_, feed) => {
  expect(outletPatterns({ domains, feed })).toEqual(["*://*.gazette.example/*"]);
});

test.each([
  ["elsewhere", "https://feeds.other.example/gazette"],
  ["at a name that only ends alike", "https://feeds.other.example/x?site=gazette.example"],
])("a feed %s needs its host too, with https only", (_, feed) => {
  expect(outletPatterns({ domains, feed })).toEqual([
    "*://*.gazette.example/*",
    "https://feeds.other.example/*",
  ]);
});

test("a host whose name only has the same ending is not on the site", () => {
  expect(outletPatterns({ domains, feed: "https://notgazette.example/rss" })).toEqual([
    "*://*.gazette.example/*",
    "https://notgazette.example/*",
  ]);
});

test("an outlet on several domains needs them all", () => {
  const several = ["gazette.example", "gazette.test"];
  expect(outletPatterns({ domains: several, feed: "https://feeds.gazette.test/rss" })).toEqual([
    "*://*.gazette.example/*",
    "*://*.gazette.test/*",
  ]);
});
