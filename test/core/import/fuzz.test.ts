import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvHeader, csvRow } from "../../../core/export/write-csv.ts";
import { articleRecord } from "../../../core/record/article-record.ts";
import { parquetFile } from "../../fixtures/parquet/parquet-file.ts";
import { seedMarkdown, seedRecord } from "../../fixtures/records.ts";
import { sampleOf } from "../../sample.ts";
import { tarOf, zipOf } from "./archives.ts";
import { readOne, story } from "./reading.ts";

const SEED = 20220415;

/** Reads, checks every record against the schema, and returns their number. */
async function recordsIn(bytes: Uint8Array): Promise<number> {
  const { records } = await readOne("x", bytes);
  expect(records.filter((record) => !articleRecord.safeParse(record).success)).toEqual([]);
  return records.length;
}

const lines = Array.from({ length: 12 }, (_, i) => `${JSON.stringify(story(i))}\n`).join("");
const table = (delimiter: string) =>
  `title${delimiter}url${delimiter}time\n${Array.from(
    { length: 12 },
    (_, i) =>
      `"Story ""${i}"""${delimiter}https://a.example/${i}${delimiter}2020-01-0${(i % 9) + 1}`,
  ).join("\n")}\n`;
const articles: [string, string][] = [
  ["1.md", seedMarkdown()],
  ["2.json", JSON.stringify([story(1), story(2)])],
  ["3.csv", table(",")],
];

const VALID: readonly (readonly [format: string, make: () => Promise<Uint8Array> | Uint8Array])[] =
  [
    ["Markdown", () => Buffer.from(seedMarkdown())],
    ["JSON", () => Buffer.from(JSON.stringify([seedRecord(), story(1)], null, 1))],
    ["a JSON object", () => Buffer.from(JSON.stringify({ articles: [seedRecord(), story(1)] }))],
    ["JSON Lines", () => Buffer.from(lines)],
    ["CSV", () => Buffer.from(table(","))],
    ["our CSV", () => Buffer.from(csvHeader() + csvRow(seedRecord()))],
    ["TSV", () => Buffer.from(table("\t"))],
    ["UTF-16", () => Buffer.from(`\ufeff${lines}`, "utf16le")],
    ["gzip", () => gzipSync(lines)],
    ["zip", () => zipOf(articles)],
    ["tar", () => tarOf(articles)],
    ["Parquet", () => readFileSync(parquetFile("row-groups"))],
    ["Parquet with our fields", () => readFileSync(parquetFile("records"))],
    ["tar.gz", async () => gzipSync(await tarOf(articles))],
  ];

test("random bytes are read to their end", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 2000 }),
      fc.constantFrom(
        "",
        "[",
        "{",
        "---\n",
        "title,url\n",
        "title\turl\n",
        "PK\u0003\u0004",
        "PAR1",
        "+++\n",
      ),
      async (bytes, start) => {
        await recordsIn(Buffer.concat([Buffer.from(start), bytes]));
      },
    ),
    { numRuns: sampleOf(150, 600), seed: SEED },
  );
});

const mutation = fc.record({
  kind: fc.constantFrom("flip", "cut", "insert", "remove", "repeat"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
});

function mutated(
  bytes: Uint8Array,
  { kind, at, bytes: extra }: { kind: string; at: number; bytes: Uint8Array },
): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === "cut") return before;
  if (kind === "insert") return Buffer.concat([before, extra, after]);
  if (kind === "remove") return Buffer.concat([before, after.subarray(extra.length)]);
  if (kind === "repeat") return Buffer.concat([before, after, after]);
  const flipped = Uint8Array.from(bytes);
  for (const [i, byte] of extra.entries())
    flipped[(place + i) % bytes.length] = (flipped[(place + i) % bytes.length] ?? 0) ^ byte;
  return flipped;
}

test.each(VALID)("%s with faults is read to its end", async (_, make) => {
  const valid = await make();
  expect(await recordsIn(valid)).toBeGreaterThan(0);
  let read = 0;
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
      runs++;
      if ((await recordsIn(mutations.reduce(mutated, valid))) > 0) read++;
    }),
    { numRuns: sampleOf(50, 250), seed: SEED },
  );
  expect(read).toBeGreaterThan(runs / 50);
});
