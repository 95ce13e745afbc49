import { expect, test } from "vitest";
import {
  articlesIn,
  countDays,
  dayOf,
  daysFrom,
  startOfDay,
  subtractDays,
  sumDays,
} from "../../../../core/feeds/live/articles-per-day.ts";

test("a day begins at midnight UTC and is counted from 1970", () => {
  expect(dayOf(0)).toBe(0);
  expect(dayOf(Date.UTC(1970, 0, 2) - 1)).toBe(0);
  expect(dayOf(Date.UTC(1970, 0, 2))).toBe(1);
  expect(dayOf(-1)).toBe(-1);
  expect(startOfDay(2)).toBe(Date.UTC(1970, 0, 3));
});

test("times are counted by day", () => {
  const [first, second] = [Date.UTC(1970, 0, 2, 23), Date.UTC(1970, 0, 3)];
  expect(countDays([first, second, first])).toEqual([
    [1, 2],
    [2, 1],
  ]);
  expect(countDays([])).toEqual([]);
});

const ONE = [
  [1, 2],
  [2, 1],
] as const;
const OTHER = [
  [2, 4],
  [3, 1],
] as const;

test("counts are added day by day", () => {
  expect(sumDays([ONE, OTHER])).toEqual([
    [1, 2],
    [2, 5],
    [3, 1],
  ]);
});

test("counts are subtracted day by day; days without articles are left out", () => {
  expect(subtractDays(OTHER, ONE)).toEqual([
    [2, 3],
    [3, 1],
  ]);
  expect(subtractDays(ONE, ONE)).toEqual([]);
  expect(subtractDays(ONE, OTHER)).toEqual([[1, 2]]);
});

test("the counts from a day on include that day", () => {
  expect(daysFrom(OTHER, 3)).toEqual([[3, 1]]);
  expect(daysFrom(OTHER, 4)).toEqual([]);
});

test("the articles of all days are added up", () => {
  expect(articlesIn(OTHER)).toBe(5);
  expect(articlesIn([])).toBe(0);
});
