import { expect, test } from "vitest";
import { item, rss } from "../../../scripts/bench/feeds/odd/odd-feed.ts";
import { outcomeOf, readOddFeeds } from "../../../scripts/bench/feeds/odd/read-odd-feeds.ts";

test("every odd feed is read as expected", () => {
  const outcomes = readOddFeeds();
  expect(outcomes.length).toBeGreaterThan(40);
  expect(outcomes.filter(({ difference }) => difference !== null)).toEqual([]);
});

test.each([
  ["another title", [{ title: "Bridge" }]],
  ["another address", [{ webUrl: "https://tribune.example/bridge" }]],
  ["a time", [{ publishedDateTime: "2026-11-23T08:00:00Z" }]],
  ["another number of articles", []],
  ["a failure", "not-a-feed"],
] as const)("a feed that is not read as expected is reported: %s", (_, expected) => {
  const { readAs, difference } = outcomeOf({ what: "", feed: rss(item("")), expected });
  expect(readAs).toBe("articles: 1");
  expect(difference).toContain(`expected ${JSON.stringify(expected)}, found [{"title":"Harbour`);
});
