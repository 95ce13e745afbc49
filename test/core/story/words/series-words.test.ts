import { expect, test } from "vitest";
import { isSeriesWord } from "../../../../core/story/words/series-words.ts";
import { splitWords } from "../../../../core/story/words/split-words.ts";

test.each([
  "3",
  "2nd",
  "May",
  "abril",
  "September",
  "März",
  "mayo",
  "février",
  "Juli",
  "janeiro",
  "сентября",
  "Thursday",
  "Mittwoch",
  "second",
  "zweiter",
  "tercera",
  "deuxième",
  "первый",
  "two",
  "II",
  "IV",
])("%s distinguishes the parts of a series", (word) => {
  expect(splitWords(word).every(isSeriesWord)).toBe(true);
});

test.each([
  "Julian",
  "Mayor",
  "Martha",
  "octopus",
  "dice",
  "Augusta",
  "market",
  "sun",
  "I",
  "civil",
])("%s does not", (word) => {
  expect(splitWords(word).some(isSeriesWord)).toBe(false);
});
