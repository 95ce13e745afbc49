import { expect, test } from "vitest";
import { monthOf } from "../../../core/time/month-name.ts";

test.each([
  ["January", 1],
  ["janua", 1],
  ["feb", 2],
  ["SEPT", 9],
  ["decem", 12],
  ["März", 3],
  ["août", 8],
  ["dic", 12],
  ["gennaio", 1],
  ["mei", 5],
  ["października", 10],
  ["ağustos", 8],
  ["lokakuuta", 10],
])("%s is month %i", (name, month) => {
  expect(monthOf(name)).toBe(month);
});

test.each([
  ["ноя", 11],
  ["нояб", 11],
  ["ноем", 11],
  ["лис", 11],
  ["Νοε", 11],
  ["نوفمبر", 11],
  ["नवंबर", 11],
  ["พฤศจิกายน", 11],
  ["lapkričio", 11],
  ["اردیبهشت", 2],
])("%s of another alphabet or calendar is month %i", (name, month) => {
  expect(monthOf(name)).toBe(month);
});

test.each([
  ["", 11],
  ["pl", 11],
  ["hr", 10],
  ["hr-HR", 10],
  ["xx", 11],
])("listopada, in a text of language “%s”, is month %i", (language, month) => {
  expect(monthOf("listopada", language)).toBe(month);
});

test.each([
  ["no month", "foo"],
  ["a word with a month in it", "dismay"],
  ["too short to be one", "ja"],
  ["nothing", ""],
])("%s: null", (_, name) => {
  expect(monthOf(name)).toBeNull();
});
