import { describe, expect, test, vi } from "vitest";
import { DAY, HOUR } from "../../../../core/durations.ts";
import type { FeedAnswer } from "../../../../core/feeds/read/feed-answer.ts";
import { failedWith } from "../../../../platform/feeds/reader/feed-reader-protocol.ts";
import { feedOf, outlet } from "../../../fixtures/outlets.ts";
import { item } from "../../../fixtures/served-feeds.ts";
import { waitUntil } from "../../../wait-until.ts";
import { NOW, polling, usePolling } from "./polling.ts";

usePolling();

const id = outlet(1).id;

describe("an outlet that is due", () => {
  test("is polled, and its new articles are stored with the state of its feed", async () => {
    await polling.poll();
    expect(polling.live.titles()).toEqual(["A"]);
    expect(polling.live.kept.get(id)).toMatchObject({ lastPollAt: NOW, articles: 1 });
  });

  test("is asked for the articles of the retention time, under the outlet's name", async () => {
    await polling.poll();
    expect(polling.feeds.requests).toEqual([
      {
        address: feedOf(1),
        etag: null,
        lastModified: null,
        outlet: { name: "Outlet 1", domains: ["outlet-1.example"] },
        now: NOW,
        oldest: NOW - 30 * DAY,
      },
    ]);
  });

  test("is asked with the validators of its last answer", async () => {
    await polling.poll();
    const state = polling.live.kept.get(id);
    if (state === undefined) throw new Error("not polled");
    polling.live.kept.set(id, { ...state, etag: '"1"', lastModified: "Mon" });
    await polling.pass(HOUR / 2);
    expect(polling.feeds.requests[1]).toMatchObject({ etag: '"1"', lastModified: "Mon" });
  });

  test("is asked at the address that its feed has moved to", async () => {
    const moved = "https://outlet-1.example/moved";
    polling.feeds.answers.set(feedOf(1), () => ({
      ...{ kind: "not-modified", freshFor: null, address: moved },
    }));
    await polling.poll();
    await polling.pass(2.5 * HOUR);
    expect(polling.requested()).toEqual([feedOf(1), feedOf(1), feedOf(1), moved, feedOf(1)]);
  });

  test.each([
    ["paused", { isPaused: true }],
    ["removed", { removedAt: NOW }],
  ])("is not polled when it is %s", async (_, fields) => {
    polling.pick(1, fields);
    await polling.poll();
    expect(polling.requested()).toEqual([]);
    expect(polling.alarm.at).toBeNull();
  });
});

describe("many outlets", () => {
  test("are polled four at a time", async () => {
    polling.pick(30);
    await polling.poll();
    expect([polling.requested().length, polling.feeds.mostAtOnce]).toEqual([30, 4]);
  });

  test("are kept twenty at a time", async () => {
    polling.pick(50);
    for (let n = 1; n <= 50; n++) polling.feeds.serve(feedOf(n), item(`outlet-${n}.example/`, "N"));
    await polling.poll();
    expect(polling.live.appends.map(({ length }) => length)).toEqual([20, 20, 10]);
  });

  test("do not wait for a slow one", async () => {
    vi.useFakeTimers();
    polling.pick(2);
    const { promise, resolve } = Promise.withResolvers<FeedAnswer>();
    polling.feeds.answers.set(feedOf(2), () => promise);
    const poller = polling.worker();
    await poller.pollDue();
    await vi.advanceTimersByTimeAsync(5000);
    expect(polling.live.titles()).toEqual(["A"]);
    resolve(failedWith("server-error"));
    await poller.idle();
  });

  test("close the feed reader when all is done", async () => {
    polling.pick(9);
    await polling.poll();
    expect(polling.feeds.rests).toBe(1);
  });

  test("keep the background awake until then", async () => {
    vi.useFakeTimers();
    const { promise, resolve } = Promise.withResolvers<FeedAnswer>();
    polling.feeds.answers.set(feedOf(1), () => promise);
    const stayAwake = vi.fn();
    const poller = polling.worker(undefined, { stayAwake });
    await poller.pollDue();
    await vi.advanceTimersByTimeAsync(19_000);
    resolve(failedWith("server-error"));
    await poller.idle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stayAwake).toHaveBeenCalledTimes(3);
  });
});

describe("two feeds of one outlet", () => {
  const same = { name: "Outlet", domains: ["outlet-1.example"] };
  const times = () => Array.from(polling.live.articles.values(), (one) => one.publishedDateTime);

  test("have an article from when the first of them had it", async () => {
    polling.pick(2, same);
    polling.feeds.serve(feedOf(2));
    await polling.poll();
    polling.feeds.serve(feedOf(2), item("outlet-1.example/a", "A"));
    await polling.pass(HOUR);
    expect(times()).toEqual(["2026-11-23T00:00:00.000Z"]);
  });

  test("have an article with its earliest time also in one round", async () => {
    polling.pick(2, same);
    polling.feeds.serve(feedOf(1), item("outlet-1.example/a", "A", "2026-11-22T08:00:00Z"));
    polling.feeds.serve(feedOf(2), item("outlet-1.example/a", "A", "2026-11-22T09:00:00Z"));
    await polling.poll();
    expect(times()).toEqual(["2026-11-22T08:00:00.000Z"]);
  });
});

describe("an outlet that the user polls now", () => {
  test("is polled although it is not due, or is paused", async () => {
    polling.pick(1, { isPaused: true });
    const poller = polling.worker();
    for (let i = 0; i < 2; i++) {
      await poller.pollNow([id]);
      await poller.idle();
    }
    expect(polling.requested()).toEqual([feedOf(1), feedOf(1)]);
  });

  test("is not polled when it was removed", async () => {
    polling.pick(1, { removedAt: NOW });
    const poller = polling.worker();
    await poller.pollNow([id]);
    await poller.idle();
    expect(polling.requested()).toEqual([]);
  });

  test("all together are polled except those that are paused or whose server asked for a pause", async () => {
    polling.outlets = [outlet(1), outlet(2, { isPaused: true }), outlet(3)];
    polling.feeds.answers.set(feedOf(3), () => failedWith("too-often"));
    await polling.poll();
    const poller = polling.worker();
    await poller.pollNow(null);
    await poller.idle();
    expect(polling.requested()).toEqual([feedOf(1), feedOf(3), feedOf(1)]);
  });

  test("all together are polled except those that fail and whose server asked for a pause", async () => {
    polling.feeds.answers.set(feedOf(1), () => ({
      ...failedWith("server-error"),
      retryAfter: DAY,
    }));
    await polling.poll();
    const poller = polling.worker();
    await poller.pollNow(null);
    await poller.idle();
    expect(polling.requested()).toEqual([feedOf(1)]);
  });

  test("has progress, with the outlets that are being polled", async () => {
    polling.pick(6);
    const { promise, resolve } = Promise.withResolvers<FeedAnswer>();
    polling.feeds.answers.set(feedOf(6), () => promise);
    const poller = polling.worker();
    await poller.pollNow(null);
    await waitUntil(() => expect(poller.status().round).toEqual({ done: 5, total: 6 }));
    expect(poller.status().isPolling(outlet(6).id)).toBe(true);
    resolve(failedWith("server-error"));
    await poller.idle();
    expect(poller.status().round).toBeNull();
    expect(poller.status().isPolling(outlet(6).id)).toBe(false);
  });

  test("joins the round that is running, and no feed is requested twice at a time", async () => {
    polling.pick(8);
    const { promise, resolve } = Promise.withResolvers<void>();
    polling.feeds.during = () => promise;
    const poller = polling.worker();
    await poller.pollNow([outlet(1).id, outlet(2).id]);
    await poller.pollNow(null);
    await poller.pollDue();
    resolve();
    await poller.idle();
    expect(polling.requested().sort()).toEqual(polling.outlets.map(({ feed }) => feed).sort());
    expect(polling.feeds.mostAtOnce).toBe(4);
  });
});
