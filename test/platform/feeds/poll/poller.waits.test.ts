import { beforeEach, describe, expect, test } from "vitest";
import { MINUTE } from "../../../../core/durations.ts";
import { failedWith } from "../../../../platform/feeds/reader/feed-reader-protocol.ts";
import { feedOf, outlet } from "../../../fixtures/outlets.ts";
import { NOW, polling, usePolling } from "./polling.ts";

usePolling();

const id = outlet(1).id;

describe("without a connection", () => {
  beforeEach(() => {
    polling.connection = "offline";
  });

  test("nothing is requested, and it is tried again a quarter of an hour later", async () => {
    const poller = polling.worker();
    await polling.poll(poller);
    expect(polling.requested()).toEqual([]);
    expect(polling.alarm.at).toBe(NOW + 15 * MINUTE);
    expect(poller.status().waitsFor).toBe("connection");
  });

  test("nothing is requested when the user polls, either", async () => {
    const poller = polling.worker();
    await poller.pollNow([id]);
    await poller.idle();
    expect(polling.requested()).toEqual([]);
  });

  test("a poll that fails is no failure of the feed", async () => {
    polling.connection = "ok";
    polling.feeds.answers.set(feedOf(1), () => {
      polling.connection = "offline";
      return failedWith("unreachable");
    });
    await polling.poll();
    expect(polling.live.kept.size).toBe(0);
  });

  test("only outlets that could not be reached are due when there is a connection again", async () => {
    polling.connection = "ok";
    polling.pick(2);
    polling.feeds.serve(feedOf(2));
    polling.feeds.answers.set(feedOf(1), () => failedWith("unreachable"));
    await polling.poll();
    polling.now += 29 * MINUTE;
    const poller = polling.worker();
    await poller.pollDue({ isBack: true });
    await poller.idle();
    expect(polling.requested()).toEqual([feedOf(1), feedOf(2), feedOf(1), feedOf(2)]);
    polling.now += 20 * MINUTE;
    await poller.pollDue({ isBack: true });
    await poller.idle();
    expect(polling.requested().length).toBe(4);
  });
});

describe("while data is to be saved", () => {
  beforeEach(() => {
    polling.connection = "saving-data";
  });

  test("nothing is requested", async () => {
    const poller = polling.worker();
    await polling.poll(poller);
    expect(polling.requested()).toEqual([]);
    expect(poller.status().waitsFor).toBe("unmetered-connection");
  });

  test("what the user polls is requested", async () => {
    const poller = polling.worker();
    await poller.pollNow([id]);
    await poller.idle();
    expect(polling.requested()).toEqual([feedOf(1)]);
  });
});

describe("an outlet that the browser does not allow", () => {
  beforeEach(() => {
    polling.notAllowed.add("*://*.outlet-1.example/*");
  });

  test("is not polled, and the others are", async () => {
    polling.pick(2);
    await polling.poll();
    expect(polling.requested()).toEqual([feedOf(2)]);
    expect(polling.live.kept.has(id)).toBe(false);
  });

  test("sets no alarm until the browser allows it", async () => {
    const poller = polling.worker();
    await polling.poll(poller);
    expect(polling.alarm.at).toBeNull();
    polling.notAllowed.clear();
    await poller.onAllowed();
    await poller.idle();
    expect(polling.live.titles()).toEqual(["A"]);
  });
});
