import { expect, test } from "vitest";
import { HOUR } from "../../../../core/durations.ts";
import { timeCloseness } from "../../../../core/story/match/time-closeness.ts";

test("halves within a day and then falls slowly", () => {
  expect(timeCloseness(0, 24 * HOUR)).toBe(0.5);
  expect(timeCloseness(24 * HOUR, 0)).toBe(0.5);
  expect(timeCloseness(0, 7 * 24 * HOUR)).toBe(0.125);
});

test("is the same for differences of minutes", () => {
  expect(timeCloseness(0, HOUR)).toBe(timeCloseness(0, 0));
});

test("an article without a time is close to all", () => {
  expect(timeCloseness(null, 5)).toBe(1);
  expect(timeCloseness(5, null)).toBe(1);
});
