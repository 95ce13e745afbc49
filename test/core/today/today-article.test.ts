import { expect, test } from "vitest";
import type { KnownItem } from "../../../core/feeds/poll/feed-state.ts";
import { seenTimes, todayArticle } from "../../../core/today/today-article.ts";
import { MORNING } from "./articles.ts";

const SUMMARY = {
  title: "Ferry returns",
  excerpt: "After nine days.",
  url: "https://www.harbour.example/ferry?utm_source=rss",
  published: MORNING + 1000,
  type: "article",
  language: "en",
  marks: ["live"],
  outlet: { name: "Harbour News", domain: "harbour.example" },
  quality: null,
  image: null,
  history: [],
} as const;
const KEY = "harbour.example/ferry";
const known = (...items: KnownItem[]) => ({ known: items });

test("an article has its key and when it was first seen", () => {
  const times = seenTimes([
    known([KEY, "h", MORNING + 5000, MORNING + 1000]),
    known([KEY, "h", MORNING + 3000, MORNING + 1000]),
  ]);
  expect(todayArticle(SUMMARY, times)).toEqual({
    key: KEY,
    url: "https://www.harbour.example/ferry?utm_source=rss",
    title: "Ferry returns",
    excerpt: "After nine days.",
    published: MORNING + 1000,
    isTimeStated: true,
    seenAt: MORNING + 3000,
    isChanged: false,
    type: "article",
    language: "en",
    marks: ["live"],
    outlet: { name: "Harbour News", domain: "harbour.example" },
  });
});

test("an article has changed when the words of its headline have", () => {
  const changed = (title: string) => {
    const history = [{ title, excerpt: "", replaced: MORNING + 2000 }];
    return todayArticle({ ...SUMMARY, history }, seenTimes([]))?.isChanged;
  };
  expect(changed("Ferry does not return")).toBe(true);
  expect(changed("Live: Ferry returns")).toBe(false);
});

test("a time is not stated where it is when the article was first seen, or a bare date", () => {
  const seen = seenTimes([known([KEY, "h", MORNING + 1000, MORNING + 1000])]);
  const midnight = Date.UTC(2026, 3, 15);
  expect(todayArticle(SUMMARY, seen)?.isTimeStated).toBe(false);
  expect(todayArticle({ ...SUMMARY, published: midnight }, seenTimes([]))?.isTimeStated).toBe(
    false,
  );
});

test("an article of no feed that is known was seen when it was published", () => {
  expect(todayArticle(SUMMARY, seenTimes([]))?.seenAt).toBe(MORNING + 1000);
});

test("an article without a time is none of a day's", () => {
  expect(todayArticle({ ...SUMMARY, published: null }, seenTimes([]))).toBeNull();
});
