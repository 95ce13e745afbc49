import { describe, expect, test } from "vitest";
import { CountryNames } from "../../../core/story/country-names.ts";
import { splitWords } from "../../../core/story/split-words.ts";

function countriesIn(text: string, language: string | null): string[] {
  return new CountryNames().of(splitWords(text), language, text);
}

describe("one country in many languages", () => {
  test.each([
    ["en", "Japanese"],
    ["eng", "Japan"],
    ["fr", "Japonaise"],
    ["pt-BR", "japonês"],
    ["spa", "japoneses"],
    ["de", "japanische"],
    ["ru", "Японии"],
    ["rus", "японская"],
    ["slv", "japonski"],
    ["ar", "واليابان"],
    ["zh", "日本"],
  ])("%s: %s", (language, word) => {
    expect(countriesIn(word, language)).toEqual(["JP"]);
  });
});

test("tells a country when the language is not known", () => {
  expect(countriesIn("Словения обыграла Францию", null)).toEqual(["SI", "FR"]);
  expect(countriesIn("brasileiras", null)).toEqual(["BR"]);
});

test("reads the usual abbreviations", () => {
  expect(countriesIn("US and UK talk", "en")).toEqual(["US", "GB"]);
});

test.each([
  "individual",
  "indigo",
  "chain",
  "island",
  "turn",
  "pero",
  "perusal",
  "constructor",
  "toString",
])("does not take %s for a country's people", (word) => {
  expect(countriesIn(word, "en")).toEqual([]);
});

test("takes a language it cannot read for unknown", () => {
  expect(countriesIn("Brazil", "no language at all")).toEqual(["BR"]);
});
