import { describe, expect, test } from "vitest";
import { figuresIn } from "../../../core/compare/figures.ts";

/** The figures of a text: as written, what they come to, and what they count. */
function figures(text: string, language: string | null) {
  return figuresIn(text, language).map(({ start, end, value, kind }) => [
    text.slice(start, end),
    value,
    kind === null
      ? null
      : "counts" in kind
        ? kind.counts
        : "unit" in kind
          ? kind.unit
          : kind.measure,
  ]);
}

describe("a number", () => {
  test.each([
    ["en", "12,500 homes", 12_500],
    ["de", "12.500 Haushalte", 12_500],
    ["fr", "12 500 foyers", 12_500],
    ["en", "$3.4bn", 3.4e9],
    ["de", "3,4 Milliarden Euro", 3.4e9],
    ["es", "2 millones de euros", 2e6],
    ["ar", "٤٢ مليار دينار", 42e9],
    ["ja", "３万人", 30_000],
    ["en", "twenty-two sailors", 22],
    ["de", "zweiundzwanzig Matrosen", 22],
    ["fr", "vingt-deux marins", 22],
    ["es", "treinta y dos marineros", 32],
    ["ar", "سبعة عمال", 7],
    ["ru", "двенадцать горняков", 12],
  ])("is read in %s: %s", (language, text, value) => {
    expect(figuresIn(text, language).map((figure) => figure.value)).toEqual([value]);
  });

  test.each([
    ["a year", "en", "The bridge of 1987"],
    ["a date", "en", "It opens on March 5"],
    ["a time", "en", "It began at 6 am"],
    ["a score", "en", "They won 3-1 at home"],
    ["a range", "en", "From 3–5 onwards"],
    ["an ordinal", "en", "The 16th day"],
    ["part of a name", "en", "The Covid-19 ward"],
    ["part of a compound", "en", "A two-year plan"],
    ["a word of another language", "en", "Once due, always due"],
    ["an article", "fr", "un mort, une route"],
  ])("is not %s", (_what, language, text) => {
    expect(figures(text, language)).toEqual([]);
  });
});

test("a word that goes on for ever is none, and costs no time", () => {
  expect(figures("zweiund".repeat(20_000), "de")).toEqual([]);
});

describe("what a figure counts", () => {
  test.each([
    ["the word behind it", "en", "7 dead on the road", ["7", 7, "dead"]],
    ["people of whom it is said later", "en", "Seven people were killed", ["Seven", 7, "dead"]],
    ["the verb before it", "en", "Fire kills 7 workers", ["7", 7, "dead"]],
    ["things by their name", "en", "120 flights were late", ["120", 120, "flights"]],
    [
      "things to which happens what happens to people",
      "en",
      "Wolf kills 60 sheep",
      ["60", 60, "sheep"],
    ],
    ["a share", "es", "el 12 por ciento", ["12 por ciento", 12, "percent"]],
    ["money", "en", "a fine of 9 dollars", ["9 dollars", 9, "money"]],
    ["a force that is named before it", "de", "Beben der Stärke 6,1", ["6,1", 6.1, "magnitude"]],
    ["nothing that is said", "en", "About 150 people", ["About 150", 150, null]],
  ])("is %s", (_what, language, text, figure) => {
    expect(figures(text, language)).toEqual([figure]);
  });

  test("ends with its clause and with “and”", () => {
    expect(figures("Storm kills 12 and injures 30. A road is closed", "en")).toEqual([
      ["12", 12, "dead"],
      ["30", 30, "hurt"],
    ]);
  });
});

test.each([
  ["en", "at least nine dead", "at least nine"],
  ["de", "mindestens 15 Verletzte", "mindestens 15"],
  ["fr", "au moins six morts", "au moins six"],
  ["en", "more than 200 hurt", "more than 200"],
  ["de", "rund 40.000 Kinder", "rund 40.000"],
  ["ar", "نحو 30 مصابا", "نحو 30"],
])("a figure begins with its qualifier: %s, %s", (language, text, written) => {
  expect(figures(text, language)[0]?.[0]).toBe(written);
});
