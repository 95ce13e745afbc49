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

describe("a people's name", () => {
  test.each([
    [
      "JP",
      "japanese japaner japanerin japanisch japanische japanischen japanischer japanisches japanischem japanish japonais japonaise japonaises japones japonesa japoneses japonesas japonska japonski japonskega",
    ],
    ["BR", "brasileiro brasileira brasileiros brasileiras brasileño brasileños"],
    ["CA", "canadien canadienne canadiens canadian canadians"],
    ["IT", "italien italiano italiana italiane italians"],
    ["SI", "slovene slovenska slovenec slovenci slovenian"],
    ["UA", "ukrainian ukrainer ukrainerinnen ukrainy ukrainoi"],
    ["MX", "mexicano mexicanos"],
    ["CU", "cubana cubans"],
    ["PE", "peruano"],
    ["KE", "kenyan kenyans"],
    ["IN", "indian indians"],
    ["CL", "chilena chilenos chilenas"],
    ["LB", "libanais libanese"],
    ["CN", "chinois chinoise chinoises"],
    ["FI", "finlandais"],
    ["IR", "iranian iraniens"],
    ["IQ", "iraqi"],
    ["IL", "israelis"],
  ])("of %s: %s", (code, words) => {
    expect(words.split(" ").filter((word) => !countriesIn(word).includes(code))).toEqual([]);
  });

  test.each([
    ["US", "us usa american eeuu eua ssha"],
    ["GB", "uk gb britain british"],
    ["NL", "dutch"],
    ["GR", "greek"],
    ["CH", "swiss"],
    ["DK", "danish"],
    ["ES", "spanish"],
    ["FR", "french"],
    ["TR", "turkish"],
    ["CN", "chinese"],
    ["PL", "polish"],
    ["SE", "swedish"],
    ["NO", "norwegian"],
  ])("of %s that is not made from the country's: %s", (code, words) => {
    expect(words.split(" ").map(countriesIn)).toEqual(words.split(" ").map(() => [code]));
  });
});

test.each([
  ...["george", "georges", "island", "pero", "ira", "gana", "kong", "reunion", "jersey", "man"],
  ...["oman", "nova"],
])("%s means something else in most headlines", (word) => {
  expect(countriesIn(word)).toEqual([]);
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
