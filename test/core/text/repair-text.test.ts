import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { repairText } from "../../../core/text/repair-text.ts";
import { sampleOf } from "../../sample.ts";

describe("one kind of damage is repaired and named", () => {
  test.each([
    ["an entity", "Tom &amp; Jerry", "Tom & Jerry", "html-entity"],
    ["an entity encoded twice", "Tom &amp;amp; Jerry", "Tom & Jerry", "html-entity"],
    ["an entity in numbers", "It&#8217;s &#x2014; on", "It’s — on", "html-entity"],
    [
      "a dash read as Windows-1252",
      "BUCHA, Ukraineâ€”Searching",
      "BUCHA, Ukraine—Searching",
      "double-encoded",
    ],
    ["quotes read as Windows-1252", "â€˜Sensitiveâ€™", "‘Sensitive’", "double-encoded"],
    ["an undefined byte of Windows-1252", "soâ€\u009d", "so”", "double-encoded"],
    [
      "a dash read as ISO 8859-1",
      "BUCHAâ\u0080\u0094Searching",
      "BUCHA—Searching",
      "double-encoded",
    ],
    ["letters read as Windows-1252", "CafÃ© in MÃ¼nchen", "Café in München", "double-encoded"],
    ["letters in a row", "Ã©Ã¨", "éè", "double-encoded"],
    ["the first character of two bytes", "Â©", "©", "double-encoded"],
    ["the last character of two bytes", "ß¿", "\u07ff", "double-encoded"],
    ["the first character of three bytes", "à\u00a0€", "\u0800", "double-encoded"],
    ["a character of the last lead byte for three", "ï¼\u0081", "！", "double-encoded"],
    ["a character of the last lead byte for four", "ô€€€", "\u{100000}", "double-encoded"],
    ["an emoji read as Windows-1252", "ok ðŸ˜€", "ok 😀", "double-encoded"],
    ["a line break", "one\ntwo", "one two", "line-break"],
    ["a line break of Windows", "one\r\ntwo", "one two", "line-break"],
    ["blanks around a line break", "one \t\n  two", "one two", "line-break"],
    ["blanks between line breaks", "one\n \n \r\ntwo", "one two", "line-break"],
    ["a line separator", "one\u2028two", "one two", "line-break"],
    ["a control character", "one\u0000two", "onetwo", "control-character"],
    ["a byte order mark inside", "one\ufefftwo", "onetwo", "control-character"],
    ["a change of text direction", "one\u202etwo\u2069", "onetwo", "bidi-override"],
    ["half a surrogate pair", "one\ud83dtwo", "one\ufffdtwo", "lone-surrogate"],
    ["blanks in a row", "one  two", "one two", "white-space"],
    ["a no-break space", "one\u00a0two", "one two", "white-space"],
    ["a tab", "one\ttwo", "one two", "white-space"],
    ["blanks around it", " one two ", "one two", "white-space"],
    ["nothing but blanks", " \t\u00a0", "", "white-space"],
  ])("%s", (_, damaged, text, repair) => {
    expect(repairText(damaged, 100)).toEqual({ text, repairs: [repair] });
  });

  test.each([
    [
      "a control character behind an entity",
      "one&#1;two",
      "onetwo",
      ["html-entity", "control-character"],
    ],
    [
      "a change of direction behind an entity",
      "one&#8238;two",
      "onetwo",
      ["html-entity", "bidi-override"],
    ],
    ["half a surrogate pair behind an entity", "one&#xD83D;two", "one\ufffdtwo", ["html-entity"]],
    [
      "damage of three kinds",
      "A&amp;B \u202e\r\nâ€”",
      "A&B —",
      ["html-entity", "double-encoded", "line-break", "bidi-override", "white-space"],
    ],
  ])("%s", (_, damaged, text, repairs) => {
    expect(repairText(damaged, 100)).toEqual({ text, repairs });
  });
});

describe("text without damage stays as it is", () => {
  test.each([
    "Ukraine's “first” — 100 % new",
    "Élysée : l’été à Genève, où ça ?",
    "Ärger über Straße, Größe: Ü",
    "Así será: ¿qué? ¡ÑANDÚ!",
    "Điện Biên Phủ, Việt Nam",
    "ÃÉ, âé, óàé and Êà",
    "São João à noite, âge d’or",
    "Київ — столиця",
    "日本語の見出し",
    "كييف \u200fاليوم\u200e",
    "a < b && c > d; R&D &unknown; &amp",
    "<b>markup</b> is text",
    "👩‍👩‍👧 family",
    "",
  ])("%s", (text) => {
    expect(repairText(text, 100)).toEqual({ text, repairs: [] });
  });
});

describe("text over the limit is cut", () => {
  test("at the limit it stays", () => {
    expect(repairText("abcde", 5)).toEqual({ text: "abcde", repairs: [] });
  });
  test("past the limit its end says so", () => {
    expect(repairText("abcdef", 5)).toEqual({ text: "abcd…", repairs: ["too-long"] });
  });
  test("a pair of surrogates is not cut in two", () => {
    expect(repairText("abc😀def", 5)).toEqual({ text: "abc…", repairs: ["too-long"] });
  });
  test("a text that its repair makes short enough is not cut", () => {
    expect(repairText("a&amp;b&amp;c", 5)).toEqual({ text: "a&b&c", repairs: ["html-entity"] });
  });
  test("a text of 32 times the limit is read in full", () => {
    const padded = `a${" ".repeat(159)}`;
    expect(repairText(padded, 5)).toEqual({ text: "a", repairs: ["white-space"] });
    expect(repairText(`${padded} `, 5)).toEqual({
      text: "a…",
      repairs: ["white-space", "too-long"],
    });
  });
  test("the rest of a text far over the limit is not read", () => {
    expect(repairText("ab\n".repeat(100_000), 5)).toEqual({
      text: "ab a…",
      repairs: ["line-break", "too-long"],
    });
  });
});

test.each([
  ["blanks", " ".repeat(1_000_000), "…"],
  ["blanks before a letter", `${" ".repeat(999_999)}x`, "…"],
  ["ampersands", "&".repeat(1_000_000), `${"&".repeat(4999)}…`],
  ["line breaks and blanks", "\n ".repeat(500_000), "…"],
])("a million characters of %s", (_, text, repaired) => {
  expect(repairText(text, 5000).text).toBe(repaired);
});

const RUNS = sampleOf(1_000, 5_000);

describe("any text", () => {
  const damaged = fc
    .array(
      fc.oneof(
        fc.constantFrom("word", " ", "\u00a0", "\r\n", "\t", "&amp;", "&#0;", "&#8238;", "&lt;"),
        fc.constantFrom("â€”", "Ã©", "â", "Ã", "\ud83d", "\ude00", "\u202e", "\u2066", "\u0085"),
        fc.string({ unit: "binary", maxLength: 3 }),
        fc.string({ unit: "grapheme", maxLength: 3 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(""));

  test("becomes one well-formed line within the limit, without control characters", () => {
    let repaired = 0;
    fc.assert(
      fc.property(damaged, fc.integer({ min: 1, max: 40 }), (input, maxLength) => {
        const { text, repairs } = repairText(input, maxLength);
        if (repairs.length > 0) repaired++;
        expect(text.length).toBeLessThanOrEqual(maxLength);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u);
        expect(text).toBe(text.trim());
        expect(repairs.length > 0).toBe(text !== input);
      }),
      { seed: 20220415, numRuns: RUNS },
    );
    expect(repaired).toBeGreaterThan(0.7 * RUNS);
  });
});
