import { expect, test } from "vitest";
import { updatePeriod } from "../../../../core/feeds/read/update-period.ts";

test.each([
  ["hourly", 3_600_000],
  ["daily", 86_400_000],
  ["Weekly", 604_800_000],
  ["monthly", 2_592_000_000],
  ["yearly", 31_536_000_000],
])("%s is a period of %i ms", (period, ms) => {
  expect(updatePeriod({ updatePeriod: period })).toBe(ms);
});

test("the period is divided by how often the feed changes in it", () => {
  expect(updatePeriod({ updatePeriod: "daily", updateFrequency: 24 })).toBe(3_600_000);
});

test("a frequency that is not above zero does not count", () => {
  expect(updatePeriod({ updatePeriod: "hourly", updateFrequency: 0 })).toBe(3_600_000);
  expect(updatePeriod({ updatePeriod: "hourly", updateFrequency: -2 })).toBe(3_600_000);
});

test.each([undefined, {}, { updatePeriod: "" }, { updateFrequency: 2 }, { updatePeriod: "never" }])(
  "%j states none",
  (sy) => {
    expect(updatePeriod(sy)).toBeNull();
  },
);
