import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../../../core/durations.ts";
import type { FeedAnswer } from "../../../../core/feeds/read/feed-answer.ts";
import { failedWith } from "../../../../platform/feeds/reader/feed-reader-protocol.ts";
import { feedOf, outlet } from "../../../fixtures/outlets.ts";
import { item } from "../../../fixtures/served-feeds.ts";
import { waitUntil } from "../../../wait-until.ts";
import { NOW, polling, usePolling } from "./polling.ts";

usePolling();

const id = outlet(1).id;

describe("a round that is stopped", () => {
  test("keeps the answers so far, sends no more requests, and waits half an hour", async () => {
    polling.pick(9);
    const { promise, resolve } = Promise.withResolvers<FeedAnswer>();
    for (let n = 2; n <= 9; n++) polling.feeds.answers.set(feedOf(n), () => promise);
    const poller = polling.worker();
    await poller.pollDue();
    await waitUntil(() => expect(polling.requested().length).toBe(5));
    poller.stop();
    resolve(failedWith("server-error"));
    await poller.idle();
    expect(polling.requested().length).toBe(5);
    expect(polling.live.titles()).toEqual(["A"]);
    const polled = [...polling.live.kept.values()].filter(({ lastPollAt }) => lastPollAt !== null);
    expect(polled.map(({ outlet }) => outlet)).toEqual([id]);
    expect(polling.alarm.at).toBe(NOW + 30 * MINUTE);
  });

  test("shows no outlet as due before it is polled again", async () => {
    polling.pick(2);
    await polling.poll();
    polling.now += 30 * MINUTE;
    const { promise, resolve } = Promise.withResolvers<FeedAnswer>();
    for (const n of [1, 2]) polling.feeds.answers.set(feedOf(n), () => promise);
    const poller = polling.worker();
    await poller.pollDue();
    poller.stop();
    resolve(failedWith("server-error"));
    await poller.idle();
    const times = Array.from(polling.live.kept.values(), ({ nextPollAt }) => nextPollAt);
    expect(times).toEqual([NOW + 60 * MINUTE, NOW + 60 * MINUTE]);
    expect(polling.alarm.at).toBe(NOW + 60 * MINUTE);
  });

  test("ends the polls of the outlets that are left", async () => {
    const { promise, resolve } = Promise.withResolvers<FeedAnswer>();
    polling.feeds.answers.set(feedOf(1), () => promise);
    const poller = polling.worker();
    await poller.pollDue();
    const left = poller.cancel([id]);
    resolve({ kind: "not-modified", freshFor: null, address: feedOf(1) });
    await left;
    expect(polling.live.kept.size).toBe(0);
  });
});

describe("articles that cannot be kept", () => {
  test("are a failure of their outlet only", async () => {
    polling.pick(3);
    polling.feeds.serve(feedOf(2), item("outlet-2.example/b", "Poison"));
    polling.feeds.serve(feedOf(3), item("outlet-3.example/c", "C"));
    polling.live.check = (records) => {
      if (records.some(({ title }) => title === "Poison")) throw new RangeError("poison");
    };
    await polling.poll();
    expect(polling.live.titles()).toEqual(["A", "C"]);
    expect(polling.live.kept.get(outlet(2).id)).toMatchObject({ failure: "internal", known: [] });
  });

  test("for lack of space end the round, and are requested again later", async () => {
    polling.pick(30);
    polling.live.check = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    await polling.poll();
    expect(polling.requested().length).toBeLessThan(30);
    expect(polling.alarm.at).toBe(NOW + 30 * MINUTE);
    polling.live.check = () => undefined;
    await polling.pass(36 * MINUTE);
    expect(polling.live.kept.size).toBe(30);
    expect(polling.live.titles()).toEqual(["A"]);
  });
});

test("a database that was lost is filled again", async () => {
  await polling.poll();
  polling.live.kept.clear();
  polling.live.articles.clear();
  await polling.pass(HOUR / 2);
  expect(polling.live.titles()).toEqual(["A"]);
});
