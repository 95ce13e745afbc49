import { expect, test } from "vitest";
import { outletPatterns } from "../../../core/outlets/outlet-patterns.ts";

const domain = "gazette.example";

test.each([
  ["on the outlet's site", "https://gazette.example/rss"],
  ["on a host below it", "https://feeds.gazette.example/rss"],
])("a feed %s needs the site only", (_, feed) => {
  expect(outletPatterns({ domain, feed })).toEqual(["*://*.gazette.example/*"]);
});

test.each([
  ["elsewhere", "https://feeds.other.example/gazette"],
  ["at a name that only ends alike", "https://feeds.other.example/x?site=gazette.example"],
])("a feed %s needs its host too, with https only", (_, feed) => {
  expect(outletPatterns({ domain, feed })).toEqual([
    "*://*.gazette.example/*",
    "https://feeds.other.example/*",
  ]);
});

test("a host whose name only has the same ending is not on the site", () => {
  expect(outletPatterns({ domain, feed: "https://notgazette.example/rss" })).toEqual([
    "*://*.gazette.example/*",
    "https://notgazette.example/*",
  ]);
});
