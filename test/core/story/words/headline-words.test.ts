import { describe, expect, test } from "vitest";
import { headlineWords } from "../../../../core/story/words/headline-words.ts";

/** Each word, with the part of the headline it is from. */
function parts(headline: string) {
  return headlineWords(headline).map(({ word, start, end }) => [word, headline.slice(start, end)]);
}

/** The words that begin a new phrase. */
function starts(headline: string): string[] {
  return headlineWords(headline).flatMap(({ word, startsAnew }) => (startsAnew ? [word] : []));
}

function names(headline: string): string[] {
  return headlineWords(headline).flatMap(({ word, isName }) => (isName ? [word] : []));
}

describe("the words of a headline", () => {
  test("are folded, each with its place", () => {
    expect(parts("Mayor Quill’s U.S. trip – à Paris")).toEqual([
      ["mayor", "Mayor"],
      ["quill", "Quill"],
      ["us", "U.S."],
      ["trip", "trip"],
      ["a", "à"],
      ["paris", "Paris"],
    ]);
  });

  test("are pairs of characters in scripts without spaces", () => {
    expect(parts("東京五輪 opens")).toEqual([
      ["東京", "東京"],
      ["京五", "京五"],
      ["五輪", "五輪"],
      ["opens", "opens"],
    ]);
  });

  test("may be characters of two code units, or one alone", () => {
    expect(parts("𠮷野家 桥")).toEqual([
      ["𠮷野", "𠮷野"],
      ["野家", "野家"],
      ["桥", "桥"],
    ]);
  });

  test("leave out the s of a possessive and of no other word", () => {
    expect(parts("Fed's s")).toEqual([
      ["fed", "Fed"],
      ["s", "s"],
    ]);
  });

  test("have other letters after an apostrophe, too", () => {
    expect(parts("l'usine")).toEqual([
      ["l", "l"],
      ["usine", "usine"],
    ]);
  });

  test("have figures in one form, among characters without spaces, too", () => {
    expect(parts("4,200 in 大理5.0级地震")).toEqual([
      ["4200", "4,200"],
      ["in", "in"],
      ["大理", "大理"],
      ["5.0", "5.0"],
      ["级地", "级地"],
      ["地震", "地震"],
    ]);
    expect(starts("4,200 in 大理5.0级地震")).toEqual(["4200"]);
  });

  test("are none in punctuation", () => {
    expect(headlineWords("— … !?")).toEqual([]);
    expect(headlineWords("")).toEqual([]);
  });
});

describe("a phrase begins", () => {
  test.each([
    [
      "at the beginning and after punctuation",
      "Bank of Norland – rates, again",
      ["bank", "rates", "again"],
    ],
    ["not after spaces", "one  two", []],
    ["not after a hyphen", "well-known trade‐off", []],
    ["not after an apostrophe", "l'usine d’Amiens", []],
    ["after a hyphen between spaces", "one - two", ["two"]],
    ["not within a number", "rate at 7.1 and 1,200", []],
    ["after a number", "Version 7. 1", ["1"]],
    ["after a point between a word and a number", "a.5 5.a", ["5", "a"]],
    ["after two points", "1..2", ["2"]],
    ["once in a word of several pairs", "again, 東京五輪", ["東京"]],
  ])("%s: %s", (_, headline, more) => {
    const [first = ""] = headlineWords(headline).map(({ word }) => word);
    expect(starts(headline)).toEqual(first === more[0] ? more : [first, ...more]);
  });
});

describe("names are", () => {
  test.each([
    ["capitalised words", "Mayor and councillor Smith disagree about the harbour", ["smith"]],
    ["not the first word", "Smith disagrees about the harbour", []],
    ["the first word where it is an abbreviation", "NATO meets in the old harbour", ["nato"]],
    ["not words with capitals within", "iOS and the iPhone arrive in the harbour", []],
    ["not single letters", "the case of Mr X and others", ["mr"]],
    ["none in title case", "Mayor Blames Smith", []],
    ["none in scripts without capitals", "在 東京 the harbour", []],
  ])("%s: %s", (_, headline, expected) => {
    expect(names(headline)).toEqual(expected);
  });
});
