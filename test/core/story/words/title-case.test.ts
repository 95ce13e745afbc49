import { expect, test } from "vitest";
import { isCapitalised, isTitleCase } from "../../../../core/story/words/title-case.ts";

test.each([
  ["Harbour Bridge Closes for a Year", true],
  ["Harbour bridge closes for a year", false],
  ["One Mayor the Two for", true],
  // Six of eight long words, and five of seven.
  ["Aaaa Bbbb Cccc Dddd Eeee Ffff gggg hhhh", true],
  ["Penalty sends Port Vane past Ashby in Northern Cup", false],
  ["Élan Übel", true],
  ["a b", true],
  ["", true],
])("%s is in title case: %s", (headline, expected) => {
  expect(isTitleCase(headline.split(" "))).toBe(expected);
});

test.each([
  ["Bridge", true],
  ["Über", true],
  ["bridge", false],
  ["bridgE", false],
  ["7Up", false],
  ["", false],
])("%s is capitalised: %s", (word, expected) => {
  expect(isCapitalised(word)).toBe(expected);
});
