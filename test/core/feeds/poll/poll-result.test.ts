import { describe, expect, test } from "vitest";
import { HOUR } from "../../../../core/durations.ts";
import type { FeedState, KnownItem } from "../../../../core/feeds/poll/feed-state.ts";
import { type PollResult, pollResult } from "../../../../core/feeds/poll/poll-result.ts";
import type { FeedAnswer, FeedArticle } from "../../../../core/feeds/read/feed-answer.ts";
import { item, itemsAnswer } from "../../../fixtures/served-feeds.ts";

const NOW = Date.UTC(2026, 10, 23, 12);
const FEED = "https://harbour.example/rss";
const OUTLET = { id: "00000000-0000-4000-8000-000000000001", feed: FEED, every: 30 } as const;

function take(
  before: FeedState | null,
  answer: FeedAnswer,
  { now = NOW, requested = FEED, otherFeeds = [] as readonly KnownItem[] } = {},
): PollResult {
  return pollResult(before, answer, { outlet: OUTLET, requested, otherFeeds, now, random: 0.5 });
}

const feed = (...articles: FeedArticle[]) => itemsAnswer(articles, { address: FEED });
const SAME: FeedAnswer = { kind: "not-modified", freshFor: null, address: FEED };
const GONE: FeedAnswer = { kind: "failed", failure: "gone", status: 410, retryAfter: null };

/** Title and time of what was taken. */
const taken = ({ records }: PollResult) =>
  Array.from(records.values(), ({ title, publishedDateTime }) => [title, publishedDateTime]);

const FERRY = item("harbour.example/ferry", "Ferry", "2026-11-23T10:00:00Z");
const BRIDGE = item("harbour.example/bridge", "Bridge", "2026-11-23T09:00:00+01:00");

describe("items of a feed", () => {
  test("are stored with the time they state", () => {
    expect(taken(take(null, feed(FERRY, BRIDGE)))).toEqual([
      ["Ferry", "2026-11-23T10:00:00Z"],
      ["Bridge", "2026-11-23T09:00:00+01:00"],
    ]);
  });

  test("are not stored twice", () => {
    const { state } = take(null, feed(FERRY, BRIDGE));
    const again = take(state, feed(FERRY, BRIDGE));
    expect(taken(again)).toEqual([]);
    expect(again.state).toEqual(state);
    // The very same list need not be written again.
    expect(again.state.known).toBe(state.known);
  });

  test("are stored if they are new, the others not", () => {
    const { state } = take(null, feed(BRIDGE));
    expect(taken(take(state, feed(FERRY, BRIDGE)))).toEqual([["Ferry", "2026-11-23T10:00:00Z"]]);
  });

  test("that occur twice are one article, as the first one has it", () => {
    const older = item("www.harbour.example/ferry?utm_source=rss", "Ferry as it was");
    expect(taken(take(null, feed(FERRY, older)))).toEqual([["Ferry", "2026-11-23T10:00:00Z"]]);
  });

  test("without a time were published when they were first seen", () => {
    const undated = item("harbour.example/undated", "Undated");
    const first = take(null, feed(undated));
    expect(taken(first)).toEqual([["Undated", "2026-11-23T12:00:00.000Z"]]);
    const changed = { ...undated, hash: "other" };
    expect(taken(take(first.state, feed(changed), { now: NOW + HOUR }))).toEqual([
      ["Undated", "2026-11-23T12:00:00.000Z"],
    ]);
  });

  test("that change are stored again, with the earliest time by which they were known", () => {
    const { state } = take(null, feed(FERRY));
    const later = item("harbour.example/ferry", "Ferry late", "2026-11-23T11:30:00Z");
    expect(taken(take(state, feed(later)))).toEqual([["Ferry late", "2026-11-23T10:00:00.000Z"]]);
    const earlier = item("harbour.example/ferry", "Ferry early", "2026-11-23T08:00:00Z");
    expect(taken(take(state, feed(earlier)))).toEqual([["Ferry early", "2026-11-23T08:00:00Z"]]);
  });

  test("are told apart by whether their feed had them before in other words", () => {
    const { state } = take(null, feed(FERRY, BRIDGE));
    const later = item("harbour.example/ferry", "Ferry returns", "2026-11-23T10:00:00Z");
    const added = item("harbour.example/new", "New", "2026-11-23T11:00:00Z");
    const { revised } = take(state, feed(later, BRIDGE, added));
    expect([...revised]).toEqual(["harbour.example/ferry"]);
  });

  test("are no other version where another feed of the outlet has them too", () => {
    const { state } = take(null, feed(FERRY));
    const later = item("harbour.example/ferry", "Ferry returns", "2026-11-23T10:00:00Z");
    const { records, revised } = take(state, feed(later), { otherFeeds: state.known });
    expect([...records.keys()]).toEqual(["harbour.example/ferry"]);
    expect([...revised]).toEqual([]);
  });

  test("keep the time they were first seen", () => {
    const { state } = take(null, feed(FERRY));
    const changed = { ...FERRY, hash: "other" };
    const after = take(state, feed(changed), { now: NOW + HOUR }).state;
    expect(after.known).toEqual([
      ["harbour.example/ferry", "other", NOW, Date.UTC(2026, 10, 23, 10)],
    ]);
  });

  test("that only state a later time are not stored again", () => {
    const { state } = take(null, feed(FERRY));
    const later = item("harbour.example/ferry", "Ferry", "2026-11-23T11:30:00Z");
    const again = take(state, feed(later));
    expect(taken(again)).toEqual([]);
    expect(again.state.known).toBe(state.known);
  });

  test("that another feed of the outlet had before keep the time they were first seen there", () => {
    const undated = item("harbour.example/undated", "Undated");
    const otherFeeds = take(null, feed(undated)).state.known;
    expect(taken(take(null, feed(undated), { now: NOW + HOUR, otherFeeds }))).toEqual([
      ["Undated", "2026-11-23T12:00:00.000Z"],
    ]);
  });

  test("that another feed of the outlet has with an earlier time keep that time", () => {
    const later = item("harbour.example/ferry", "Ferry", "2026-11-23T11:30:00Z");
    const otherFeeds = take(null, feed(FERRY)).state.known;
    expect(taken(take(null, feed(later), { otherFeeds }))).toEqual([
      ["Ferry", "2026-11-23T10:00:00.000Z"],
    ]);
  });

  test("whose time was in the future get it once it is past", () => {
    const slow = NOW - 20 * HOUR;
    const undated = item("harbour.example/ferry", "Ferry");
    const { state } = take(null, feed({ ...undated, isFutureDated: true }), { now: slow });
    expect(taken(take(state, feed(FERRY)))).toEqual([["Ferry", "2026-11-23T10:00:00Z"]]);
  });

  test("whose time is in the future were published when they were first seen", () => {
    const ahead = { ...item("harbour.example/ferry", "Ferry"), isFutureDated: true } as const;
    const { state } = take(null, feed(ahead));
    const again = take(state, feed({ ...ahead, hash: "other" }), { now: NOW + HOUR });
    expect(taken(again)).toEqual([["Ferry", "2026-11-23T12:00:00.000Z"]]);
  });

  test("that were missing from the feed are still known when they come back", () => {
    const both = take(null, feed(FERRY, BRIDGE)).state;
    const one = take(both, feed(FERRY)).state;
    expect(taken(take(one, feed(FERRY, BRIDGE)))).toEqual([]);
  });
});

describe("the memory of known items", () => {
  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, i) => item(`harbour.example/${from + i}`, `${from + i}`));

  test("holds those of the feed and 300 others", () => {
    const before = take(null, feed(...many(500))).state;
    const after = take(before, feed(...many(10, 500))).state;
    expect(after.known.length).toBe(310);
    expect(after.known.slice(9, 11).map(([key]) => key)).toEqual([
      "harbour.example/509",
      "harbour.example/0",
    ]);
  });

  test("holds as many others as the feed has", () => {
    const [some, others] = [feed(...many(400)), feed(...many(400, 400))];
    let { state } = take(null, some);
    for (const answer of [others, some, others]) state = take(state, answer).state;
    expect([state.known.length, state.articles]).toEqual([800, 800]);
  });

  test("holds at most 2000, and no more are read", () => {
    const { state, records } = take(null, feed(...many(2500)));
    expect([state.known.length, records.size, state.articles]).toEqual([2000, 2000, 2000]);
    expect(take(state, feed(...many(2500))).records.size).toBe(0);
  });
});

describe("articles are counted", () => {
  test("once, also when they change", () => {
    const { state } = take(null, feed(FERRY, BRIDGE));
    const after = take(state, feed({ ...FERRY, hash: "other" }, BRIDGE)).state;
    expect([after.articles, after.articlesThatDay]).toEqual([2, 2]);
  });

  test("by the day on which they were first seen when they state no time", () => {
    const [one, other] = [item("harbour.example/1", "1"), item("harbour.example/2", "2")];
    const before = take(null, feed(one), { now: Date.UTC(2026, 10, 22, 12) }).state;
    expect([before.day, before.articlesThatDay]).toEqual(["2026-11-22", 1]);
    const after = take(before, feed(one, other)).state;
    expect([after.day, after.articlesThatDay, after.articles]).toEqual(["2026-11-23", 1, 2]);
  });

  test("not for today when they were published before", () => {
    const old = item("harbour.example/old", "Old", "2026-11-18T12:00:00Z");
    const { state } = take(null, feed(FERRY, old));
    expect([state.articlesThatDay, state.articles]).toEqual([1, 2]);
  });
});

describe("the state of a feed", () => {
  test("has the validators and what was left out of its last answer", () => {
    const leftOut = { otherSite: 3, unusable: 1, old: 2 };
    const fields = { etag: '"7"', lastModified: "Mon", leftOut, address: FEED };
    expect(take(null, itemsAnswer([], fields)).state).toMatchObject({
      etag: '"7"',
      lastModified: "Mon",
      otherSite: 3,
      unusable: 1,
      lastPollAt: NOW,
      lastSuccessAt: NOW,
      nextPollAt: NOW + HOUR / 2,
    });
  });

  test("changes only in its times when nothing was modified", () => {
    const { state } = take(null, itemsAnswer([FERRY], { etag: '"7"', address: FEED }));
    const now = NOW + HOUR;
    expect(take(state, SAME, { now })).toEqual({
      records: new Map(),
      revised: new Set(),
      state: { ...state, lastPollAt: now, lastSuccessAt: now, nextPollAt: now + HOUR / 2 },
    });
  });

  test("has the feed's own period, which stays when nothing was modified", () => {
    const period = 12 * HOUR;
    const { state } = take(null, itemsAnswer([], { period, address: FEED }));
    const [minute, now] = [HOUR / 60, NOW + period];
    expect([state.period, state.nextPollAt]).toEqual([period, NOW + period + 2.5 * minute]);
    expect(take(state, SAME, { now }).state.nextPollAt).toBe(now + period + 2.5 * minute);
  });

  test("keeps the end of the pause that the server asked for until the server answers", () => {
    const busy = { kind: "failed", failure: "server-error", status: 503 } as const;
    const { state } = take(null, { ...busy, retryAfter: 24 * HOUR });
    expect(state.notBefore).toBe(NOW + 24 * HOUR);
    expect(take(state, feed()).state.notBefore).toBeNull();
  });

  test("has the number of days on which the feed failed", () => {
    let state: FeedState | null = null;
    for (const hours of [0, 1, 24, 25, 72])
      state = take(state, GONE, { now: NOW + hours * HOUR }).state;
    expect(state?.failingDays).toBe(3);
  });

  test("has the reason for a failure, its beginning and its number", () => {
    const once = take(take(null, feed(FERRY)).state, GONE).state;
    const twice = take(once, GONE, { now: NOW + HOUR }).state;
    expect(twice).toMatchObject({
      failure: "gone",
      status: 410,
      failures: 2,
      failingSince: NOW,
      lastSuccessAt: NOW,
      lastPollAt: NOW + HOUR,
      known: once.known,
    });
  });

  test("has no failures that are over", () => {
    const state = take(take(null, GONE).state, SAME).state;
    expect(state).toMatchObject({ failure: null, status: null, failures: 0, failingSince: null });
  });

  test("has the target of a redirect, until a direct request to it fails", () => {
    const moved = "https://harbour.example/feed";
    const redirect = { address: moved, polls: 3 };
    let state: FeedState | null = null;
    for (let i = 0; i < 3; i++) state = take(state, { ...SAME, address: moved }).state;
    expect(state?.redirect).toEqual(redirect);
    expect(take(state, GONE).state.redirect).toEqual(redirect);
    expect(take(state, GONE, { requested: moved }).state.redirect).toBeNull();
  });
});
