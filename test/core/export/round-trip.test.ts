import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvHeader, csvRow } from "../../../core/export/write-csv.ts";
import { toJsonLine } from "../../../core/export/write-json-line.ts";
import { writeMarkdown } from "../../../core/export/write-markdown.ts";
import { ARTICLE_MARKS } from "../../../core/record/article-marks.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { seedRecord } from "../../fixtures/records.ts";
import { sampleOf } from "../../sample.ts";
import { file, readAll } from "../import/reading.ts";
import { accepted } from "./accepted-record.ts";

const RUNS = sampleOf(200, 1500);

const FORMATS: readonly (readonly [name: string, write: (record: ArticleRecord) => string])[] = [
  ["Markdown", writeMarkdown],
  ["JSON Lines", toJsonLine],
  ["CSV", (record) => csvHeader() + csvRow(record)],
];

const oddText = fc.constantFrom(
  "no",
  "Yes",
  "null",
  "~",
  "1_000",
  "0x1F",
  "1e3",
  ".inf",
  "2022-04-15",
  "2022-04-15T17:04:00Z",
  "12:30:45",
  "- a list",
  "key: value",
  "# no comment",
  "a #b",
  "---",
  "...",
  "'single'",
  '"double" and “curly”',
  '"all of it"',
  "=1+1",
  "@handle",
  "&anchor *alias !tag",
  "{a: 1}",
  "[1, 2]",
  "50% off | more",
  "back\\slash",
  "a, b; c",
  "tabs are not here",
  "👩‍👩‍👧‍👦 emoji 🏴",
  "مرحبا بالعالم",
  "שלום עולם",
  "日本語の題",
);
const line = fc.oneof(oddText, fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }));
const raw = fc.oneof(
  oddText,
  fc.string({ maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "",
    '"',
    '""',
    '"quoted"',
    "\n",
    "\r\n",
    "a\r\nb\rc\n",
    "  leading",
    "trailing  ",
    "<p>one</p>\n---\n<p>two</p>\n",
    "---\n",
    "\n\n  deep\n indented\n",
    "\u2028---\u2028",
    "mark\ufeff", // the JSON parser loses a mark at the very start of a text
    "\ud800",
    "tab\there",
    "nul\u0000",
  ),
);
const address = fc.constantFrom(
  "https://news.example/a",
  "https://news.example/a?b=1,2&c=%22x%22#d",
  'http://www.news.example/"quoted"',
  "https://münchen.example/straße",
  " https://news.example/blanks ",
);
const domain = fc.constantFrom("news.example", "www.news.example", "a.b.news.example");
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const time = fc.constantFrom(
  "2022-04-15T17:04:00Z",
  "2022-04-15T17:04Z",
  "1600-01-01T00:00:00.123456789+01:00",
);
const image = fc.record(
  { url: address, width: fc.integer(), height: fc.integer(), isCached: fc.boolean(), title: line },
  { requiredKeys: ["url"] },
);
const provider = fc.record(
  { name: line, domain, images: fc.array(image, { maxLength: 2 }) },
  { requiredKeys: ["name", "domain"] },
);
const version = fc.record(
  { title: line, excerpt: line, replacedDateTime: time },
  { requiredKeys: ["title", "replacedDateTime"] },
);
const shared = {
  title: line,
  webUrl: address,
  type: fc.constantFrom("article", "video"),
  provider,
  excerpt: line,
  publishedDateTime: time,
  originalUrl: address,
  ampWebUrl: address,
  cdnAmpWebUrl: address,
  quality: number,
  heat: number,
  language: line,
  marks: fc.array(fc.constantFrom(...ARTICLE_MARKS), { maxLength: 3 }),
  topics: fc.array(line, { maxLength: 3 }),
  images: fc.array(image, { maxLength: 2 }),
  history: fc.array(version, { maxLength: 6 }),
};
const requiredKeys = ["title", "webUrl", "type", "provider"] as const;
const anyRecord = fc.record(
  {
    ...shared,
    category: line,
    published: fc.boolean(),
    removed: fc.boolean(),
    related: fc.array(fc.record(shared, { requiredKeys: [...requiredKeys] }), { maxLength: 2 }),
    featuredContent: raw,
    secured: raw,
  },
  { requiredKeys: [...requiredKeys] },
);

describe.each(FORMATS)("%s", (_, write) => {
  test("any record that is accepted reads back the same, without a problem", async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(anyRecord, async (value) => {
        const record = accepted(value);
        if (record === null) return;
        count++;
        const { records, problems } = await readAll([file("x", write(record))]);
        expect({ records, problems }).toEqual({ records: [record], problems: [] });
      }),
      { numRuns: RUNS, seed: 20220415 },
    );
    expect(count).toBeGreaterThan(RUNS / 2);
  });

  test("the seed reads back the same", async () => {
    const { records, problems } = await readAll([file("x", write(seedRecord()))]);
    expect({ records, problems }).toEqual({ records: [seedRecord()], problems: [] });
  });
});
