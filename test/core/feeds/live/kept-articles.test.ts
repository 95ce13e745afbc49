import { expect, test } from "vitest";
import { dayOf } from "../../../../core/feeds/live/articles-per-day.ts";
import { KeptArticles, liveKey } from "../../../../core/feeds/live/kept-articles.ts";
import { record } from "../../../fixtures/records.ts";

const FIRST_DAY = dayOf(Date.UTC(2026, 10, 1));
const CUT = { firstDay: FIRST_DAY, ofFirstDay: Number.POSITIVE_INFINITY };

function published(address: string, day: string) {
  return record(`https://${address}`, { publishedDateTime: `${day}T12:00:00Z` });
}

test("of two versions of one article the first is kept", () => {
  const kept = new KeptArticles(CUT);
  expect(kept.keeps(published("a.example/1", "2026-11-02"))).toBe(true);
  expect(kept.keeps(published("www.a.example/1?utm_source=rss", "2026-11-02"))).toBe(false);
  expect(kept.days()).toEqual([[FIRST_DAY + 1, 1]]);
});

test("articles from the first day on are kept", () => {
  const kept = new KeptArticles(CUT);
  expect(kept.keeps(published("a.example/1", "2026-11-01"))).toBe(true);
  expect(kept.keeps(published("a.example/2", "2026-10-31"))).toBe(false);
});

test("an older version does not come back when the newer one has expired", () => {
  const kept = new KeptArticles(CUT);
  expect(kept.keeps(published("a.example/1", "2026-10-31"))).toBe(false);
  expect(kept.keeps(published("a.example/1", "2026-11-02"))).toBe(false);
});

test("of the first day as many are kept as there is space for", () => {
  const kept = new KeptArticles({ ...CUT, ofFirstDay: 1 });
  expect(kept.keeps(published("a.example/1", "2026-11-01"))).toBe(true);
  expect(kept.keeps(published("a.example/2", "2026-11-01"))).toBe(false);
  expect(kept.keeps(published("a.example/3", "2026-11-02"))).toBe(true);
});

test("the articles of a removed outlet are not kept", () => {
  const kept = new KeptArticles(CUT, ["a.example"]);
  expect(kept.keeps(published("a.example/1", "2026-11-02"))).toBe(false);
  expect(kept.keeps(published("b.example/1", "2026-11-02"))).toBe(true);
});

test("articles without a time are the oldest", () => {
  const undated = record("https://a.example/1", {});
  expect(new KeptArticles({ ...CUT, firstDay: 0 }).keeps(undated)).toBe(true);
  expect(new KeptArticles({ ...CUT, firstDay: 1 }).keeps(undated)).toBe(false);
});

test("the articles of a day are counted, those of a removed outlet are not", () => {
  const kept = new KeptArticles({ ...CUT, ofFirstDay: 2 }, ["a.example"]);
  kept.keeps(published("a.example/1", "2026-11-01"));
  kept.keeps(published("b.example/1", "2026-11-01"));
  kept.keeps(published("b.example/2", "2026-11-01"));
  kept.keeps(published("b.example/3", "2026-11-01"));
  expect(kept.days()).toEqual([[FIRST_DAY, 2]]);
});

test("an article is identified by its URL key, or by its address if that has no key", () => {
  expect(liveKey(published("www.a.example/1", "2026-11-02"))).toBe("a.example/1");
  const long = `https://a.example/${"%".repeat(2000)}`;
  expect(liveKey(record(long, {}))).toBe(long);
});
