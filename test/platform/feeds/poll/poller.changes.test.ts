import { describe, expect, test, vi } from "vitest";
import { HOUR, MINUTE } from "../../../../core/durations.ts";
import type { FeedState } from "../../../../core/feeds/poll/feed-state.ts";
import type { FeedAnswer } from "../../../../core/feeds/read/feed-answer.ts";
import { failedWith } from "../../../../platform/feeds/reader/feed-reader-protocol.ts";
import { feedOf, outlet } from "../../../fixtures/outlets.ts";
import { item } from "../../../fixtures/served-feeds.ts";
import { waitUntil } from "../../../wait-until.ts";
import { NOW, polling, usePolling } from "./polling.ts";

usePolling();

const ids = (states: readonly FeedState[]) => states.map(({ outlet }) => outlet).sort();

/** Begins a round over some outlets in which no feed answers until `answer` is called. */
async function slowRound(count: number) {
  polling.pick(count);
  const { promise, resolve } = Promise.withResolvers<FeedAnswer>();
  for (let n = 1; n <= count; n++) polling.feeds.answers.set(feedOf(n), () => promise);
  const before = polling.requested().length;
  const poller = polling.worker();
  await poller.pollDue();
  await waitUntil(() => expect(polling.requested()).toHaveLength(before + Math.min(4, count)));
  return { poller, answer: () => resolve(failedWith("server-error")) };
}

describe("while outlets are polled", () => {
  test("those that are removed before their turn are not requested, and not counted", async () => {
    const { poller, answer } = await slowRound(6);
    await poller.cancel([outlet(5).id]);
    expect(poller.status().round).toEqual({ done: 0, total: 5 });
    expect(poller.status().isPolling(outlet(5).id)).toBe(false);
    answer();
    await poller.idle();
    expect(polling.requested()).not.toContain(feedOf(5));
    expect(ids([...polling.live.kept.values()])).toEqual(
      [1, 2, 3, 4, 6].map((n) => outlet(n).id).sort(),
    );
  });

  test("what is dropped is gone, and what its poll brings is not kept", async () => {
    await polling.poll();
    polling.now += 30 * MINUTE;
    const { poller, answer } = await slowRound(2);
    const dropped = poller.drop(["outlet-1.example"], [outlet(1).id]);
    answer();
    await dropped;
    await poller.idle();
    expect(polling.live.titles()).toEqual([]);
    expect(ids([...polling.live.kept.values()])).toEqual([outlet(2).id]);
    expect([...(await poller.states()).keys()]).toEqual([outlet(2).id]);
  });

  test("a change of the list leaves the alarm and the states to the end of the round", async () => {
    const onStates = vi.fn(async (_: readonly FeedState[]) => undefined);
    polling.pick(1);
    const { promise, resolve } = Promise.withResolvers<FeedAnswer>();
    polling.feeds.answers.set(feedOf(1), () => promise);
    const poller = polling.worker(undefined, { onStates });
    await poller.pollDue();
    polling.alarm.at = NOW + 7;
    await poller.onChange();
    await poller.start();
    expect([polling.alarm.at, onStates.mock.calls.length]).toEqual([NOW + 7, 0]);
    resolve(failedWith("server-error"));
    await poller.idle();
    expect(onStates.mock.calls.map(([states]) => ids(states))).toEqual([[outlet(1).id]]);
  });
});

test("who is interested hears of each round, of outlets that join it, and of the states at its end", async () => {
  const [onRound, onStates] = [vi.fn(), vi.fn(async () => undefined)];
  polling.pick(2);
  const { promise, resolve } = Promise.withResolvers<FeedAnswer>();
  polling.feeds.answers.set(feedOf(1), () => promise);
  const poller = polling.worker(undefined, { onRound, onStates });
  await poller.pollNow([outlet(1).id]);
  expect(onRound).toHaveBeenCalledTimes(1);
  await poller.pollNow([outlet(2).id]);
  expect(onRound).toHaveBeenCalledTimes(2);
  resolve(failedWith("server-error"));
  await poller.idle();
  expect(onStates).toHaveBeenCalledTimes(1);
  await poller.pollNow([]);
  expect(onRound).toHaveBeenCalledTimes(2);
});

test("the list of outlets has changed: the states are told at once", async () => {
  await polling.poll();
  const onStates = vi.fn(async (_: readonly FeedState[]) => undefined);
  await polling.worker(undefined, { onStates }).onChange();
  expect(onStates.mock.calls.map(([states]) => ids(states))).toEqual([[outlet(1).id]]);
});

test.each([
  [0, 2.5],
  [1, 7.5],
])(
  "after the browser's start the alarm is set by chance, at %d after %d minutes",
  async (random, minutes) => {
    polling.random = () => random;
    await polling.worker().start();
    expect(polling.alarm.at).toBe(NOW + minutes * MINUTE);
  },
);

test("with a connection polling waits for nothing", () => {
  expect(polling.worker().status()).toMatchObject({ round: null, waitsFor: null });
});

test("an article whose feed has changed its headline is stored as one that was revised", async () => {
  await polling.poll();
  polling.feeds.serve(feedOf(1), item("outlet-1.example/a", "A, in other words"));
  polling.now += HOUR;
  const appended: (readonly string[])[] = [];
  const { live } = polling;
  const poller = polling.worker(undefined, {
    sink: {
      states: () => live.states(),
      async append(records, states, revised = new Set()) {
        appended.push([...revised]);
        await live.append(records, states);
      },
      drop: (domains, outlets) => live.drop(domains, outlets),
      size: () => live.size(),
    },
  });
  await polling.poll(poller);
  expect(appended).toEqual([["outlet-1.example/a"]]);
  expect(polling.live.titles()).toEqual(["A, in other words"]);
});
