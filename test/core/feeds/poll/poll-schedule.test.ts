import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../../../core/durations.ts";
import { dueAt, isDead, nextPollAt } from "../../../../core/feeds/poll/poll-schedule.ts";
import type { FeedAnswer, FeedFailure } from "../../../../core/feeds/read/feed-answer.ts";
import { feedState } from "../../../fixtures/feed-states.ts";
import { itemsAnswer } from "../../../fixtures/served-feeds.ts";

const NOW = Date.UTC(2026, 10, 23, 12);

/** Minutes to the next poll: of a feed every half hour, in the middle of the jitter, unless a test says otherwise. */
function minutes(
  answer: FeedAnswer,
  {
    every = 30,
    random = 0.5,
    failures = 0,
    failingFor = 0,
    failure = null as FeedFailure | null,
  } = {},
): number {
  const failingSince = failures === 0 ? null : NOW - failingFor;
  const failingDays = failures === 0 ? 0 : 1 + Math.floor(failingFor / DAY);
  const state = feedState({ failures, failingSince, failingDays, failure, lastPollAt: NOW });
  return (nextPollAt(state, answer, { every, now: NOW, random }) - NOW) / MINUTE;
}

const failed = (failure: FeedFailure, retryAfter: number | null = null): FeedAnswer => ({
  kind: "failed",
  failure,
  status: null,
  retryAfter,
});
const GOOD = itemsAnswer([]);
const SAME: FeedAnswer = { kind: "not-modified", freshFor: null, address: "" };

describe("after a successful poll the next one", () => {
  test("comes after the interval, give or take a tenth", () => {
    expect([0, 0.5, 1].map((random) => minutes(GOOD, { random }))).toEqual([27, 30, 33]);
  });

  test("comes after the same interval when nothing was new", () => {
    expect(minutes(SAME, { every: 15 })).toBe(15);
  });

  test("waits as long as the answer is fresh, and is not moved forward to join others", () => {
    expect(minutes(itemsAnswer([], { freshFor: 2 * HOUR }))).toBe(122.5);
    expect(minutes({ ...SAME, freshFor: 2 * HOUR })).toBe(122.5);
  });

  test("is not sooner because the answer is fresh for less", () => {
    expect(minutes(itemsAnswer([], { freshFor: MINUTE }))).toBe(30);
  });

  test("waits for at most a day", () => {
    expect(minutes(itemsAnswer([], { freshFor: 365 * DAY }))).toBe(24 * 60 + 2.5);
  });

  test.each([Number.NaN, -DAY])("ignores a wait of %d", (freshFor) => {
    expect(minutes(itemsAnswer([], { freshFor }))).toBe(30);
  });
});

describe("after failures the next poll", () => {
  const pauseOf = (failure: FeedFailure, failures: number, every = 30) =>
    minutes(failed(failure), { failure, failures, every });

  test("waits twice as long each time, for a day at most", () => {
    expect([1, 2, 3, 4, 5, 6, 1000].map((failures) => pauseOf("server-error", failures))).toEqual([
      60, 120, 240, 480, 960, 1440, 1440,
    ]);
  });

  test("waits for three hours at most when no server was reached, since the connection may be the cause", () => {
    expect([1, 2, 3, 9].map((failures) => pauseOf("unreachable", failures))).toEqual([
      60, 120, 180, 180,
    ]);
  });

  test("never comes sooner than the user wants", () => {
    expect(pauseOf("unreachable", 1, 360)).toBe(360);
    expect(pauseOf("server-error", 1, 1440)).toBe(1440);
  });

  test("waits as the server asks, for a week at most", () => {
    const options = { failure: "too-often", failures: 1 } as const;
    expect(minutes(failed("too-often", 5 * HOUR), options)).toBe(302.5);
    expect(minutes(failed("too-often", 400 * DAY), options)).toBe(7 * 24 * 60 + 2.5);
  });

  test("is not sooner because the server asks for a short wait", () => {
    expect(minutes(failed("too-often", MINUTE), { failure: "too-often", failures: 2 })).toBe(120);
  });

  test("is a day later when the feed answered “gone”", () => {
    expect(pauseOf("gone", 1)).toBe(1440);
  });

  test("is a day later when the feed has failed for a week", () => {
    const options = { failure: "unreachable", failures: 60, failingFor: 7 * DAY } as const;
    expect(minutes(failed("unreachable"), options)).toBe(1440);
  });
});

describe("a feed counts as dead", () => {
  test.each([
    ["a moment before a week of failures", "timeout", 7 * DAY - 1, false],
    ["after a week of failures", "timeout", 7 * DAY, true],
    ["at once when its outlet has given it up", "gone", 0, true],
  ] as const)("%s: %s", (_, failure, failingFor, dead) => {
    const days = { failingSince: NOW - failingFor, failingDays: 5, lastPollAt: NOW };
    expect(isDead(feedState({ failures: 9, failure, ...days }))).toBe(dead);
  });

  test("not because the browser was closed for a week after a failure", () => {
    const failingSince = NOW - 8 * DAY;
    const once = { failures: 1, failingDays: 1, failingSince, failure: "unreachable" } as const;
    expect(isDead(feedState({ ...once, lastPollAt: failingSince }))).toBe(false);
    expect(isDead(feedState({ ...once, failures: 9, failingDays: 2, lastPollAt: NOW }))).toBe(
      false,
    );
  });

  test("never while it answers", () => {
    expect(isDead(feedState({ lastPollAt: NOW }))).toBe(false);
  });
});

describe("a feed is due", () => {
  const long = { now: NOW, started: NOW - 9 * HOUR };
  const kept = { lastPollAt: NOW - HOUR };

  test("at once when it was never polled, also just after the browser's start", () => {
    expect(dueAt("a", null, { now: NOW, started: NOW })).toBe(NOW);
  });

  test("at its time", () => {
    expect(dueAt("a", feedState({ ...kept, nextPollAt: NOW + 7 }), long)).toBe(NOW + 7);
    expect(dueAt("a", feedState({ ...kept, nextPollAt: NOW - 7 }), long)).toBe(NOW - 7);
  });

  test("in the ten minutes after the browser's start with many others, each at its own time", () => {
    const state = feedState({ ...kept, nextPollAt: NOW - HOUR });
    const times = Array.from({ length: 600 }, (_, i) =>
      dueAt(`outlet ${i}`, state, { now: NOW, started: NOW }),
    );
    const perMinute = Array.from(
      { length: 10 },
      (_, m) => times.filter((time) => Math.floor((time - NOW) / MINUTE) === m).length,
    );
    expect(perMinute.reduce((sum, count) => sum + count)).toBe(600);
    expect(Math.min(...perMinute)).toBeGreaterThan(35);
    expect(Math.max(...perMinute)).toBeLessThan(90);
  });

  test("always at the same time", () => {
    const state = feedState({ ...kept, nextPollAt: NOW - HOUR });
    const first = dueAt("a", state, { now: NOW, started: NOW });
    expect(dueAt("a", state, { now: NOW + MINUTE, started: NOW })).toBe(first);
  });

  test("at once when the clock was ahead at its last poll", () => {
    const state = feedState({ lastPollAt: NOW + 365 * DAY, nextPollAt: NOW + 365 * DAY });
    expect(dueAt("a", state, long)).toBe(NOW);
  });
});
