import fc from "fast-check";
import { expect, test } from "vitest";
import { articleRecord } from "../../../core/record/article-record.ts";
import { readMarkdownRecord } from "../../../core/record/read-markdown-record.ts";
import { readRecord } from "../../../core/record/read-record.ts";
import { seedMarkdown } from "../../fixtures/records.ts";
import { sampleOf } from "../../sample.ts";

const SEED = 20220415;

const address = fc.constantFrom(
  "https://news.example/x",
  "http://www.news.example/y?id=1",
  "https://127.0.0.1/x",
  " https://news.example/x ",
  "ftp://news.example/x",
  "javascript:alert(1)",
  "https://me@news.example/x",
  "",
);
const number = fc.oneof(
  fc.double(),
  fc.maxSafeInteger(),
  fc.constantFrom(-0, 1e300, "59", "-1", ".5", "", "x", Number.NaN, Number.POSITIVE_INFINITY),
);
const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constant("x".repeat(6000)));
const time = fc.oneof(
  fc.date({ noInvalidDate: false }).map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom(
    "2022-04-15",
    "2022-02-30",
    "2022-04-15 17:04",
    "0000-00-00",
    "2022-04-15T99:99Z",
  ),
);
/** A value of the right kind as a rule, of any kind at times, and at times none. */
const mostly = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: fc.jsonValue() });

const image = mostly(
  fc.record(
    { url: mostly(address), width: mostly(number), title: mostly(text) },
    { requiredKeys: [] },
  ),
);
const provider = mostly(
  fc.record(
    {
      name: mostly(text),
      domain: mostly(fc.constantFrom("news.example", "News.Example", "a b", "localhost")),
      images: mostly(fc.array(image, { maxLength: 2 })),
    },
    { requiredKeys: [] },
  ),
);
const version = mostly(
  fc.record(
    { title: mostly(text), excerpt: mostly(text), replacedDateTime: mostly(time) },
    { requiredKeys: [] },
  ),
);
const shared = {
  title: mostly(text),
  excerpt: mostly(text),
  publishedDateTime: mostly(time),
  originalUrl: mostly(address),
  webUrl: mostly(address),
  ampWebUrl: mostly(address),
  cdnAmpWebUrl: mostly(address),
  type: mostly(fc.constantFrom("article", "video", "podcast")),
  provider,
  quality: mostly(number),
  heat: mostly(number),
  language: mostly(text),
  marks: mostly(fc.array(mostly(fc.constantFrom("opinion", "LIVE", "best")), { maxLength: 3 })),
  topics: mostly(fc.array(mostly(text), { maxLength: 3 })),
  images: mostly(fc.array(image, { maxLength: 2 })),
  history: mostly(fc.array(version, { maxLength: 7 })),
};
const anyRecord = fc.record(
  {
    ...shared,
    category: mostly(text),
    removed: mostly(fc.boolean()),
    related: mostly(fc.array(mostly(fc.record(shared, { requiredKeys: [] })), { maxLength: 3 })),
    featuredContent: mostly(text),
    secured: mostly(text),
    author: text,
  },
  { requiredKeys: ["title", "webUrl"] },
);

test("any record that is accepted is valid, and every change is reported", () => {
  const runs = sampleOf(600, 3_000);
  let accepted = 0;
  let related = 0;
  fc.assert(
    fc.property(anyRecord, (value) => {
      const { record, problems } = readRecord(value, { file: "x", lineOf: () => null });
      expect(problems.some(({ severity }) => severity === "rejected")).toBe(record === null);
      if (record === null) return;
      accepted++;
      related += record.related?.length ?? 0;
      expect(articleRecord.parse(record)).toEqual(record);
      expect(articleRecord.parse(JSON.parse(JSON.stringify(record)))).toMatchObject({
        title: record.title,
      });
    }),
    { seed: SEED, numRuns: runs },
  );
  expect(accepted / runs).toBeGreaterThan(0.3);
  expect(related / runs).toBeGreaterThan(0.1);
});

test("a record of any JSON value does not make reading throw", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readRecord(value, { file: "x", lineOf: () => null }).record).toBeNull();
    }),
    { seed: SEED, numRuns: 1_000 },
  );
});

test("a file damaged at random is read or refused, never a crash, and keeps its lines", () => {
  const markdown = seedMarkdown();
  const lines = markdown.split("\n").length;
  const noise = fc.constantFrom(..."{}[]&*!|>'\"%@`#,:?-\\\t\n \0é".split(""), "---\n", "\n  - ");
  const damage = fc.record({
    at: fc.nat(markdown.length),
    length: fc.nat(3),
    insert: fc.oneof(noise, fc.string({ unit: "binary", maxLength: 2 })),
  });
  const runs = sampleOf(300, 1_000);
  let accepted = 0;
  let rejected = 0;
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      let text = markdown;
      for (const { at, length, insert } of damages)
        text = text.slice(0, at) + insert + text.slice(at + length);
      const { record, problems } = readMarkdownRecord("seed.md", text);
      if (record === null) rejected++;
      else {
        accepted++;
        expect(articleRecord.parse(record)).toEqual(record);
      }
      for (const { line } of problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines + 12);
      }
    }),
    { seed: SEED, numRuns: runs },
  );
  expect(accepted / runs).toBeGreaterThan(0.2);
  expect(rejected / runs).toBeGreaterThan(0.2);
});
