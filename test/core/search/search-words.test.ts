import { expect, test } from "vitest";
import { isFormOf } from "../../../core/search/search-words.ts";

test.each([
  ["bridges", "bridge", true],
  ["ferries", "ferry", false],
  ["parliamentary", "parliament", true],
  ["parliaments", "parliamentary", false],
  ["elected", "elects", true],
  ["elections", "elect", true],
  ["parlour", "parliament", false],
  ["usa", "us", true],
  ["tax", "taxi", false],
  ["东京", "东京", true],
  ["东西", "东京", false],
  ["东京", "京", true],
  ["东西", "京", false],
  ["4200", "4200", true],
  ["4201", "4200", false],
])("%s is a form of %s: %s", (word, searched, isForm) => {
  expect(isFormOf(word, searched)).toBe(isForm);
});
