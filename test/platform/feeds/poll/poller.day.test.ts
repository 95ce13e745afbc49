import { beforeAll, describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../../../core/durations.ts";
import type {
  FeedAnswer,
  FeedFailure,
  FeedRequest,
} from "../../../../core/feeds/read/feed-answer.ts";
import { feedOf, outlet } from "../../../fixtures/outlets.ts";
import { item, itemsAnswer } from "../../../fixtures/served-feeds.ts";
import { NOW, Polling } from "./polling.ts";

const COUNT = 50;
const GONE = 41;
const TOO_OFTEN = 42;
const BROKEN = 43;
const TIMED_OUT = 44;
const STAYS_FRESH = 45;
const FREQUENT = 46;
const DAILY = 47;
const MENDED = 48;
const UNREACHABLE = 49;

const failed = (
  failure: FeedFailure,
  status: number | null,
  retryAfter: number | null = null,
): FeedAnswer => ({ kind: "failed", failure, status, retryAfter });

/** A feed with an article each hour, which tells the hour by its validator. */
function hourly(n: number, { now, etag, address }: FeedRequest): FeedAnswer {
  const hour = Math.floor((now - NOW) / HOUR);
  if (etag === `"${hour}"`) return { kind: "not-modified", freshFor: null, address };
  const articles = Array.from({ length: hour + 1 }, (_, h) =>
    item(`outlet-${n}.example/${h}`, `${n} at ${h}`),
  ).reverse();
  return itemsAnswer(articles, { etag: `"${hour}"`, address });
}

/** A number that looks random, the same ones each time (mulberry32, public domain). */
function numbers(): () => number {
  let seed = 7;
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

let polling: Polling;
beforeAll(async () => {
  polling = new Polling();
  polling.random = numbers();
  polling.pick(COUNT);
  polling.outlets = polling.outlets.map((picked, i) => ({
    ...picked,
    every: i + 1 === FREQUENT ? 15 : i + 1 === DAILY ? 1440 : 30,
  }));
  const { answers } = polling.feeds;
  for (let n = 1; n <= COUNT; n++) answers.set(feedOf(n), (request) => hourly(n, request));
  answers.set(feedOf(GONE), () => failed("gone", 410));
  answers.set(feedOf(TOO_OFTEN), () => failed("too-often", 429, 5 * HOUR));
  answers.set(feedOf(BROKEN), () => failed("server-error", 500));
  answers.set(feedOf(TIMED_OUT), () => failed("timeout", null));
  answers.set(feedOf(UNREACHABLE), () => failed("unreachable", null));
  answers.set(feedOf(STAYS_FRESH), (request) =>
    itemsAnswer([], { freshFor: 4 * HOUR, address: request.address }),
  );
  answers.set(feedOf(MENDED), (request) =>
    request.now < NOW + 3 * HOUR ? failed("server-error", 503) : hourly(MENDED, request),
  );
  // Requests run at the same time.
  polling.feeds.during = () => new Promise((resolve) => setTimeout(resolve));
  await polling.poll();
  await polling.pass(DAY - MINUTE);
});

const gaps = (n: number) => {
  const minutes = polling.minutesOf(feedOf(n));
  return minutes.slice(1).map((minute, i) => minute - (minutes[i] ?? 0));
};

describe("a day of polling 50 outlets", () => {
  test("asks most of them every half hour", () => {
    for (let n = 1; n <= 40; n++) {
      const polls = polling.minutesOf(feedOf(n)).length;
      expect(polls, feedOf(n)).toBeGreaterThanOrEqual(44);
      expect(polls, feedOf(n)).toBeLessThanOrEqual(52);
    }
  });

  test("makes about 2,200 requests, and never more than four at once", () => {
    expect(Math.round(polling.requested().length / 100)).toBe(22);
    expect(polling.feeds.mostAtOnce).toBe(4);
  });

  test("stores each article once, as soon as it is published", () => {
    const appended = polling.live.appends.flat();
    expect(new Set(appended).size).toBe(appended.length);
    for (let n = 1; n <= 40; n++)
      expect(polling.live.kept.get(outlet(n).id)).toMatchObject({ articles: 24 });
  });

  test("varies the intervals, so that the outlets spread out", () => {
    const lengths = Array.from({ length: 40 }, (_, i) => gaps(i + 1)).flat();
    expect(new Set(lengths).size).toBeGreaterThan(10);
    for (const length of lengths) {
      expect(length).toBeGreaterThanOrEqual(24);
      expect(length).toBeLessThanOrEqual(38);
    }
  });

  test("adds at most one segment per alarm, when there is something new", () => {
    const wakes = new Set(polling.feeds.requests.map(({ now }) => now)).size;
    // All fifty at once at first: three times each.
    expect(polling.live.appends.length).toBeLessThanOrEqual(wakes + 3);
  });

  test("polls outlets more or less often as the user has set it", () => {
    expect(polling.minutesOf(feedOf(FREQUENT)).length).toBeGreaterThanOrEqual(85);
    expect(gaps(DAILY).every((gap) => gap > 1290)).toBe(true);
  });

  test("polls a feed that counts as dead once a day", () => {
    expect(gaps(GONE).every((gap) => gap > 1290)).toBe(true);
  });

  test("does not poll sooner than a server has asked for", () => {
    expect(
      gaps(TOO_OFTEN)
        .slice(0, 2)
        .every((gap) => gap >= 300 && gap <= 310),
    ).toBe(true);
  });

  test("does not poll a feed while its answer is fresh", () => {
    expect(polling.minutesOf(feedOf(STAYS_FRESH)).length).toBe(6);
    for (const gap of gaps(STAYS_FRESH)) expect(gap).toBeGreaterThanOrEqual(240);
  });

  test.each([BROKEN, TIMED_OUT])("backs off from outlet %i, which always fails", (n) => {
    // After 1, 2, 4, 8 hours, and then 16.
    expect(polling.minutesOf(feedOf(n)).length).toBe(5);
    const shares = gaps(n).map((gap, i) => gap / (60 * 2 ** i));
    for (const share of shares) {
      expect(share).toBeGreaterThan(0.85);
      expect(share).toBeLessThan(1.2);
    }
  });

  test("tries every three hours what cannot be reached", () => {
    expect(polling.minutesOf(feedOf(UNREACHABLE)).length).toBeGreaterThanOrEqual(8);
    expect(polling.minutesOf(feedOf(UNREACHABLE)).length).toBeLessThanOrEqual(11);
  });

  test("returns to the interval when a feed works again, and has all that it missed", () => {
    expect(polling.minutesOf(feedOf(MENDED)).length).toBeGreaterThanOrEqual(35);
    expect(polling.live.kept.get(outlet(MENDED).id)).toMatchObject({ articles: 24, failures: 0 });
  });
});

describe("a browser that is started after a night", () => {
  test("polls the outlets over ten minutes, not all at once", async () => {
    const night = new Polling();
    night.pick(200);
    for (let n = 1; n <= 200; n++) night.feeds.serve(feedOf(n), item(`outlet-${n}.example/`, "N"));
    await night.poll();
    const before = night.requested().length;
    night.now += 9 * HOUR;
    night.started = night.now;
    night.alarm.at = null;
    await night.worker().start();
    await night.pass(18 * MINUTE);
    const counts = new Map<number, number>();
    for (const { now } of night.feeds.requests.slice(before))
      counts.set(now, (counts.get(now) ?? 0) + 1);
    expect(night.requested().length - before).toBe(200);
    expect(counts.size).toBeGreaterThanOrEqual(2);
    expect(Math.max(...counts.values())).toBeLessThan(170);
  });
});
