import { beforeAll, describe, expect, test } from "vitest";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { searchArticles } from "../../../core/search/search-articles.ts";
import type { SearchQuestion } from "../../../core/search/search-question.ts";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { record } from "../../fixtures/records.ts";
import { openWithStories } from "../../fixtures/story-segments.ts";
import { COUNTRIES } from "../story/words/headlines.ts";

const at = (day: number) => `2026-04-${String(day).padStart(2, "0")}T10:00:00Z`;
const made = (path: string, day: number, title: string, fields: Partial<ArticleRecord> = {}) =>
  record(`https://${path}`, { title, publishedDateTime: at(day), ...fields });

const USERS = [
  made("courier.example/a", 1, "Marram Bridge closed over cracks", { quality: 10 }),
  made("courier.example/b", 3, "Night ferries to Marram Island", { quality: 90 }),
  made("gazette.example/c", 5, "Ferry timetable for the winter", { quality: 50 }),
  made("gazette.example/d", 2, "Parliament votes on the ferry budget", { language: "en-GB" }),
  made("gazette.example/e", 2, "Parlour games for long evenings"),
  made("kurier.example/f", 4, "Brücke bei Marram gesperrt", { language: "de" }),
  made("tokyo.example/g", 6, "東京で新しいフェリーが就航"),
  made("vestnik.example/h", 7, "Паром вернулся в Сандвик"),
  made("matin.example/i", 8, "Le Japon ouvre un nouveau port"),
];
const LIVE = [
  made("wire.example/a", 9, "Ferry to Marram Island cancelled in the storm"),
  made("courier.example/b", 3, "Night ferries to Marram Island: all sold out"),
];

let segments: SegmentReader[];
beforeAll(async () => {
  segments = [await openWithStories(USERS, "mine"), await openWithStories(LIVE, "live")];
});

const ANY: Omit<SearchQuestion, "text"> = {
  ...{ domains: null, language: null, from: null, to: null, quality: "any" },
};
async function found(text: string, changes: Partial<SearchQuestion> = {}): Promise<string[]> {
  const question = { ...ANY, text, ...changes };
  const languageOf = (domain: string) => (domain === "matin.example" ? "fr" : null);
  const { articles } = await searchArticles(question, segments, {
    countries: COUNTRIES,
    languageOf,
  });
  return articles.map(({ title }) => title);
}

describe("a search finds", () => {
  test("articles of all data sets, the latest first, each once", async () => {
    expect(await found("Marram")).toEqual([
      "Ferry to Marram Island cancelled in the storm",
      "Brücke bei Marram gesperrt",
      "Night ferries to Marram Island",
      "Marram Bridge closed over cracks",
    ]);
  });

  test("a single character of a script without spaces, wherever it is in a word", async () => {
    for (const character of ["東", "京", "で"])
      expect(await found(character)).toEqual(["東京で新しいフェリーが就航"]);
    expect(await found("北")).toEqual([]);
  });

  test("a number however it is written", async () => {
    const numbers = [
      made("ledger.example/a", 1, "Flood leaves 4,200 people homeless"),
      made("blatt.example/b", 2, "Beben der Stärke 6,4: 4.200 Menschen obdachlos"),
      made("sahifa.example/c", 3, "٤٬٢٠٠ مشرد بعد زلزال بقوة ٦٫٤"),
      made("ribao.example/d", 4, "6.4级地震致4200人无家可归"),
      made("ledger.example/e", 5, "Flood leaves 4,210 people homeless"),
    ];
    const segment = await openWithStories(numbers, "numbers");
    const titles = async (text: string) =>
      (
        await searchArticles({ ...ANY, text }, [segment], {
          countries: COUNTRIES,
          languageOf: () => null,
        })
      ).articles.map(({ title }) => numbers.findIndex((one) => one.title === title));
    for (const text of ["4200", "4,200", "4.200", "٤٢٠٠", "۴۲۰۰"])
      expect(await titles(text)).toEqual([3, 2, 1, 0]);
    for (const text of ["6.4", "6,4", "٦٫٤"]) expect(await titles(text)).toEqual([3, 2, 1]);
  });

  test("other forms of a word, and words that begin with it", async () => {
    expect(await found("ferry")).toEqual([
      "Ferry to Marram Island cancelled in the storm",
      "Ferry timetable for the winter",
      "Night ferries to Marram Island",
      "Parliament votes on the ferry budget",
    ]);
    expect(await found("ferries")).toHaveLength(4);
    expect(await found("parliamentary")).toEqual([]);
    expect(await found("parlia")).toEqual(["Parliament votes on the ferry budget"]);
  });

  test("only what has the words, not what begins with the same letters", async () => {
    expect(await found("parlour")).toEqual(["Parlour games for long evenings"]);
  });

  test("words in any script, whatever their case and accents", async () => {
    expect(await found("フェリー")).toEqual(["東京で新しいフェリーが就航"]);
    expect(await found("ПАРОМ")).toEqual(["Паром вернулся в Сандвик"]);
    expect(await found("brucke")).toEqual(["Brücke bei Marram gesperrt"]);
  });

  test("a country by its name in another language", async () => {
    expect(await found("Japan")).toEqual(["Le Japon ouvre un nouveau port"]);
  });

  test("first those with all words, then those with most of them", async () => {
    expect(await found("ferry Marram cancelled")).toEqual([
      "Ferry to Marram Island cancelled in the storm",
      "Night ferries to Marram Island",
    ]);
  });

  test("nothing without a word", async () => {
    expect(await found("")).toEqual([]);
    expect(await found("  … ")).toEqual([]);
  });
});

describe("filters leave only articles", () => {
  test("of an outlet", async () => {
    expect(await found("marram", { domains: ["courier.example"] })).toEqual([
      "Night ferries to Marram Island",
      "Marram Bridge closed over cracks",
    ]);
  });

  test("in a language, as the article or else its outlet has it", async () => {
    expect(await found("marram", { language: "de" })).toEqual(["Brücke bei Marram gesperrt"]);
    expect(await found("port", { language: "fr" })).toEqual(["Le Japon ouvre un nouveau port"]);
  });

  test("of a time", async () => {
    const [from, to] = [Date.parse(at(2)), Date.parse(at(4))];
    expect(await found("marram", { from, to })).toEqual(["Night ferries to Marram Island"]);
  });

  test("that are rated, or in the upper third of their data set", async () => {
    expect(await found("marram", { quality: "rated" })).toEqual([
      "Night ferries to Marram Island",
      "Marram Bridge closed over cracks",
    ]);
    expect(await found("marram", { quality: "upper" })).toEqual(["Night ferries to Marram Island"]);
  });
});
