import { expect, test } from "vitest";
import { dayOf } from "../../../../core/feeds/live/articles-per-day.ts";
import { KeptArticles } from "../../../../core/feeds/live/kept-articles.ts";
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
