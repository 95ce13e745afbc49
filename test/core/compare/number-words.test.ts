import { describe, expect, test } from "vitest";
import { joinedNumber, numberWord, scaleOf } from "../../../core/compare/number-words.ts";

describe("a number word", () => {
  test.each<[string, string, number]>([
    ["two", "en", 2],
    ["twenty", "en", 20],
    ["hundred", "en", 100],
    ["six", "fr", 6],
    ["elf", "de", 11],
    ["dreissig", "de", 30],
    ["einundzwanzig", "de", 21],
    ["neunundneunzig", "de", 99],
    ["zweiunddreissig", "de", 32],
    ["seize", "fr", 16],
    ["quatre-vingt-dix", "fr", 90],
    ["veintiuno", "es", 21],
    ["veintiun", "es", 21],
    ["veintinueve", "es", 29],
    ["once", "es", 11],
    ["onze", "pt", 11],
    ["venti", "it", 20],
    ["sem", "ru", 7],
    ["sorok", "ru", 40],
    ["وسبعه", "ar", 7],
    ["لثلاثون", "ar", 30],
  ])("%s in %s is %i", (word, language, value) => {
    expect(numberWord(word, language)).toBe(value);
  });

  test.each<[string, string | null]>([
    ["ferry", "en"],
    ["", "en"],
    ["once", "en"],
    ["elf", "en"],
    ["due", "en"],
    ["sept", "en"],
    ["six", "de"],
    ["six", null],
    ["hundertundzwanzig", "de"],
    ["zehnundzwanzig", "de"],
    ["zweiundhundert", "de"],
    ["xundzwanzig", "de"],
    ["veintidiez", "es"],
    ["veinti", "es"],
    ["-", "ar"],
  ])("%j in %s is none", (word, language) => {
    expect(numberWord(word, language)).toBeNull();
  });

  test("has at most thirty letters", () => {
    const tens = "und".padStart(28, "x");
    expect(numberWord(`${tens}zwanzig`, "de")).toBeNull();
    expect(numberWord("siebenundsiebzig", "de")).toBe(77);
  });
});

describe("two number words with a hyphen", () => {
  test.each([
    [20, 2, 22],
    [90, 9, 99],
    [60, 11, 71],
    [80, 19, 99],
    [20, 1, 21],
  ])("%i and %i are %i", (tens, units, value) => {
    expect(joinedNumber(tens, units)).toBe(value);
  });

  test.each([
    [10, 2],
    [19, 2],
    [25, 2],
    [100, 2],
    [20, 0],
    [20, 20],
    [2, 20],
  ])("%i and %i are no compound", (tens, units) => {
    expect(joinedNumber(tens, units)).toBeNull();
  });
});

describe("a word after a number multiplies it", () => {
  test.each<[string, string, number]>([
    ["thousand", "en", 1000],
    ["mille", "fr", 1000],
    ["k", "en", 1000],
    ["millionen", "de", 1e6],
    ["mio", "de", 1e6],
    ["milhoes", "pt", 1e6],
    ["bn", "en", 1e9],
    ["milliards", "fr", 1e9],
    ["billion", "en", 1e9],
    ["万人", "ja", 1e4],
    ["亿", "zh", 1e8],
  ])("%s in %s: %d", (word, language, factor) => {
    expect(scaleOf(word, language)).toBe(factor);
  });

  test.each([
    ["billionen", "de"],
    ["billion", "fr"],
    ["kilometres", "en"],
    ["bnx", "en"],
    ["xbn", "en"],
    ["人", "ja"],
  ])("%s in %s: by nothing", (word, language) => {
    expect(scaleOf(word, language)).toBeNull();
  });
});
