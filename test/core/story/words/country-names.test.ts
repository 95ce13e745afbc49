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
    ["US", "us usa eeuu eua ssha american americans américains amerikanische estadounidenses"],
    ["GB", "uk gb britain british britons britische briten britannique británicos"],
    ["NL", "dutch niederländisch néerlandaise holandeses neerlandesa"],
    ["GR", "greek greeks griechische grecques griegos gregos"],
    ["CH", "swiss schweizerische suizos suíços"],
    ["DK", "danish danes dänische danoise daneses dinamarquesa"],
    ["ES", "spanish spanier espagnols españolas espanhóis"],
    ["FR", "french französischen franzosen frankreichs"],
    ["TR", "turkish turks türkischen turcs turcos"],
    ["CN", "chinese chinesische chinos chinesa"],
    ["PL", "polish polnische polacos polonais"],
    ["SE", "swedish swedes schwedische suecos suédoise"],
    ["NO", "norwegian norwegians norweger noruegos norueguesa"],
    ["BE", "belgian belgians belgische belgier belges belgas"],
    ["PT", "portuguese portugiesische portugaises portugueses"],
    ["DE", "german germans deutsche deutschlands allemandes alemanes alemã"],
    ["RU", "russian russisch russen russes rusos"],
    ["IE", "irish irische iren irlandés"],
    ["CZ", "czech czechs tschechisch tchèque checos"],
    ["PS", "palestinian palestinians palästinensische palestiniens palestinos"],
    ["NG", "nigerian nigerians nigerianisch"],
    ["KR", "südkoreanische surcoreanos"],
    ["MX", "mexikanische mexicaine"],
    ["CA", "canadiense kanadier"],
  ])("of %s that is not made from the country's: %s", (code, words) => {
    expect(words.split(" ").map(countriesIn)).toEqual(words.split(" ").map(() => [code]));
  });
});

test.each([
  ...["george", "georges", "island", "pero", "ira", "gana", "kong", "reunion", "jersey", "man"],
  ...["oman", "nova", "islands", "indie", "saúde"],
])("%s means something else in most headlines", (word) => {
  expect(countriesIn(word)).toEqual([]);
});

test.each([
  "individual",
  "indigo",
  "chain",
  "island",
  "turn",
  "chins",
  "pero",
  "perusal",
  "constructor",
  "toString",
])("does not take %s for a country's people", (word) => {
  expect(countriesIn(word)).toEqual([]);
});
