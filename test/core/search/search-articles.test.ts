import { beforeAll, describe, expect, test } from "vitest";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { searchArticles } from "../../../core/search/search-articles.ts";
import type { SearchQuestion } from "../../../core/search/search-question.ts";
import type { Segment } from "../../../core/segment/segment.ts";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { record } from "../../fixtures/records.ts";
import { openSegment } from "../../fixtures/segments.ts";
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
const searchIn = (all: readonly Segment[], text: string, changes: Partial<SearchQuestion> = {}) =>
  searchArticles({ ...ANY, text, ...changes }, all, {
    countries: COUNTRIES,
    languageOf: (domain: string) => (domain === "matin.example" ? "fr" : null),
  });
async function found(text: string, changes: Partial<SearchQuestion> = {}): Promise<string[]> {
  const { articles } = await searchIn(segments, text, changes);
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
      (await searchIn([segment], text)).articles.map(({ title }) =>
        numbers.findIndex((one) => one.title === title),
      );
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

  test("not what has most of the words, but lacks the rarest", async () => {
    const many = Array.from({ length: 20 }, (_, i) =>
      made(`courier.example/${i}`, 1, "Marram ferry report"),
    );
    const storm = made("courier.example/storm", 1, "Marram ferry storm");
    const segment = await openWithStories([...many, storm]);
    const { articles } = await searchIn([segment], "marram ferry storm");
    expect(articles.map(({ title }) => title)).toEqual(["Marram ferry storm"]);
  });

  test("nothing without a word", async () => {
    for (const text of ["", "  … "])
      expect(await searchIn(segments, text)).toEqual({ articles: [], isCut: false });
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

describe("of many articles", () => {
  const minute = (i: number) => new Date(Date.UTC(2026, 3, 1, 10, i)).toISOString();
  const some = (count: number) =>
    Array.from({ length: count }, (_, i) => {
      const title = ["Marram ferry", "Ferry winter", "Winter Marram"][i % 3] ?? "";
      const path = `courier.example/${i}`;
      return made(path, 1, `${title} ${i}`, { publishedDateTime: minute(i + 1) });
    });
  const best = made("courier.example/best", 1, "Marram ferry winter", {
    publishedDateTime: minute(0),
  });

  test("forty are found: those with all words first, then the latest ones", async () => {
    const segment = await openWithStories([...some(99), best]);
    const { articles, isCut } = await searchIn([segment], "marram ferry winter");
    expect(articles).toHaveLength(40);
    expect(articles.slice(0, 4).map(({ url }) => url)).toEqual([
      "https://courier.example/best",
      ...["https://courier.example/98", "https://courier.example/97"],
      "https://courier.example/96",
    ]);
    expect(articles.at(-1)?.url).toBe("https://courier.example/60");
    expect(isCut).toBe(true);
  });

  test("forty may be all there are", async () => {
    const segment = await openWithStories([...some(39), best]);
    const { articles, isCut } = await searchIn([segment], "marram ferry winter");
    expect([articles.length, isCut]).toEqual([40, false]);
  });
});

test("a data set whose index of stories is not built yet is passed over", async () => {
  const all = [await openSegment(USERS), ...segments];
  expect((await searchIn(all, "gesperrt")).articles.map(({ title }) => title)).toEqual([
    "Brücke bei Marram gesperrt",
  ]);
});

test("all of many data sets are searched", async () => {
  const many = await Promise.all(
    Array.from({ length: 9 }, (_, i) =>
      openWithStories([made(`paper${i}.example/a`, 9 - i, `Regatta number ${i}`)], `set ${i}`),
    ),
  );
  expect((await searchIn(many, "regatta")).articles).toHaveLength(9);
});
