import { expect, test } from "vitest";
import { isSameWord } from "../../../core/compare/same-word.ts";
import { type TextWord, textWords } from "../../../core/compare/text-words.ts";

function isSame(a: string, b: string): boolean {
  const [one, other] = [textWords(a)[0], textWords(b)[0]] as [TextWord, TextWord];
  return isSameWord(one, other) && isSameWord(other, one);
}

test.each([
  ["closes", "closure"],
  ["wolf", "wolves"],
  ["Fähre", "Fährbrand"],
  ["Großbrand", "Brand"],
  ["Köln", "Köln’s"],
  ["Mohammed", "Muhammad"],
  ["Рябов", "Рябовым"],
  ["الزهراء", "بالزهراء"],
  ["مصنع", "المصنع"],
  ["東浜県", "東浜"],
  ["killed", "Tote"],
  ["blaze", "fire"],
])("%s and %s may be one word", (a, b) => {
  expect(isSame(a, b)).toBe(true);
});

test.each([
  ["bread", "wheat"],
  ["12", "120"],
  ["land", "law"],
  ["Berg", "Burg"],
  ["vespers", "fpers"],
  ["dive", "dif"],
])("%s and %s are two", (a, b) => {
  expect(isSame(a, b)).toBe(false);
});
