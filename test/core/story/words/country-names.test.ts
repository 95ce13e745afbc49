import { describe, expect, test } from "vitest";
import { splitWords } from "../../../../core/story/words/split-words.ts";
import { bundledCountryNames } from "../../../../scripts/country-names/bundled-country-names.ts";

function countriesIn(text: string): string[] {
  return bundledCountryNames().of(splitWords(text), text);
}

describe("one country in many languages", () => {
  test.each([
    ["English, the people", "Japanese"],
    ["English", "Japan"],
    ["French", "Japonaise"],
    ["Portuguese", "japonês"],
    ["Spanish", "japoneses"],
    ["German", "japanische"],
    ["Slovenian", "japonski"],
    ["Russian, inflected", "Японии"],
    ["Russian, the people", "японская"],
    ["Arabic, with article", "واليابان"],
    ["Greek", "Ιαπωνία"],
    ["Chinese", "日本"],
  ])("%s: %s", (_, word) => {
    expect(countriesIn(word)).toEqual(["JP"]);
  });
});

test("names each country once, in the order of the text", () => {
  expect(countriesIn("Словения обыграла Францию, французы уехали")).toEqual(["SI", "FR"]);
  expect(countriesIn("brasileiras")).toEqual(["BR"]);
});

test("recognises common abbreviations", () => {
  expect(countriesIn("US and UK talk")).toEqual(["US", "GB"]);
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
  expect(countriesIn(word)).toEqual([]);
});
