import { afterEach, expect, test } from "vitest";
import { localDay } from "../../../../core/feeds/poll/local-day.ts";

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test.each([
  ["UTC", "2026-11-23"],
  ["Asia/Tokyo", "2026-11-24"],
  ["America/New_York", "2026-11-23"],
])("the day of a time is the one in %s", (zone, day) => {
  process.env.TZ = zone;
  expect(localDay(Date.UTC(2026, 10, 23, 20))).toBe(day);
});
