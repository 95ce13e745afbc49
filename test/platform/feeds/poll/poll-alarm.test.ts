import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { onPollAlarm, pollAlarm } from "../../../../platform/feeds/poll/poll-alarm.ts";
import fakeBrowser from "../../../fake-browser.ts";

beforeEach(() => {
  fakeBrowser.reset();
});

describe("the alarm for polls", () => {
  test("is none at first", async () => {
    expect(await pollAlarm.get()).toBeNull();
  });

  test("is one, the last that was set", async () => {
    await pollAlarm.set(Date.UTC(2100));
    await pollAlarm.set(Date.UTC(2101));
    expect(await pollAlarm.get()).toBe(Date.UTC(2101));
    expect(await browser.alarms.getAll()).toHaveLength(1);
  });

  test("can be cleared", async () => {
    await pollAlarm.set(Date.UTC(2100));
    await pollAlarm.set(null);
    expect(await pollAlarm.get()).toBeNull();
  });

  test("starts the polls that are due, which no other alarm does", async () => {
    const look = vi.fn();
    onPollAlarm(look);
    await fakeBrowser.alarms.onAlarm.trigger({
      name: "other",
      scheduledTime: 0,
      persistAcrossSessions: true,
    });
    expect(look).not.toHaveBeenCalled();
    await fakeBrowser.alarms.onAlarm.trigger({
      name: "poll",
      scheduledTime: 0,
      persistAcrossSessions: true,
    });
    expect(look).toHaveBeenCalledTimes(1);
  });
});
