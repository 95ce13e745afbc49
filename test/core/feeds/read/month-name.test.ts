import { expect, test } from "vitest";
import { monthOf } from "../../../../core/feeds/read/month-name.ts";

test.each([
  ["January", 0],
  ["janua", 0],
  ["feb", 1],
  ["SEPT", 8],
  ["decem", 11],
  ["März", 2],
  ["août", 7],
  ["dic", 11],
  ["gennaio", 0],
  ["mei", 4],
  ["października", 9],
  ["ağustos", 7],
  ["lokakuuta", 9],
])("%s is month %i", (name, month) => {
  expect(monthOf(name)).toBe(month);
});

test.each([
  ["no month", "foo"],
  ["a word with a month in it", "dismay"],
  ["too short to be one", "ja"],
  ["nothing", ""],
])("%s: null", (_, name) => {
  expect(monthOf(name)).toBeNull();
});
