import { beforeEach, expect, test, vi } from "vitest";
import { onPurgeAlarm } from "../../../platform/background/purge-removed.ts";
import fakeBrowser from "../../fake-browser.ts";

beforeEach(() => {
  fakeBrowser.reset();
});

const goOff = (name: string) =>
  fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0, persistAcrossSessions: true });

test("removed outlets are deleted at their own alarm, and at no other", async () => {
  const purge = vi.fn();
  onPurgeAlarm(purge);
  await goOff("poll");
  expect(purge).not.toHaveBeenCalled();
  await goOff("purge");
  expect(purge).toHaveBeenCalledTimes(1);
});
