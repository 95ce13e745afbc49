import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../../../core/durations.ts";
import { failedWith } from "../../../../platform/feeds/reader/feed-reader-protocol.ts";
import { feedOf } from "../../../fixtures/outlets.ts";
import { NOW, polling, usePolling } from "./polling.ts";

usePolling();

describe("the alarm", () => {
  test("is set for the next poll", async () => {
    await polling.poll();
    expect(polling.alarm.at).toBe(NOW + 30 * MINUTE);
  });

  test("goes off every five minutes at most, for all that are due about then", async () => {
    polling.pick(60);
    let i = 0;
    polling.random = () => (i++ % 60) / 60;
    await polling.poll();
    const wakes: number[] = [];
    const { set } = polling.alarm;
    Object.assign(polling.alarm, {
      set: (at: number | null) => {
        if (at !== null) wakes.push(at);
        return set(at);
      },
    });
    await polling.pass(2 * HOUR);
    const times = [...new Set(polling.feeds.requests.map(({ now }) => now))];
    const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5 * MINUTE);
    expect(times.length).toBeLessThanOrEqual(25);
  });

  test("is set before the first request, for the worker that follows one that is killed", async () => {
    let alarm: number | null = null;
    polling.feeds.answers.set(feedOf(1), () => {
      alarm = polling.alarm.at;
      return failedWith("server-error");
    });
    await polling.poll();
    expect(alarm).toBe(NOW + 5 * MINUTE);
  });

  test("is set by a new worker when it is missing, which polls nothing", async () => {
    await polling.worker().start();
    expect(polling.requested()).toEqual([]);
    expect(polling.alarm.at).toBe(NOW + 5 * MINUTE);
  });

  test("is left as it is by a new worker when it is set", async () => {
    polling.alarm.at = NOW + 7;
    await polling.worker().start();
    expect(polling.alarm.at).toBe(NOW + 7);
  });

  test("is not set where no outlet is picked", async () => {
    polling.pick(0);
    await polling.worker().start();
    await polling.poll();
    expect(polling.alarm.at).toBeNull();
  });

  test("follows what the user changes", async () => {
    await polling.poll();
    polling.pick(0);
    await polling.worker().onChange();
    expect(polling.alarm.at).toBeNull();
  });
});
