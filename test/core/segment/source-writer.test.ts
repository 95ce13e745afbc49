import { describe, expect, test } from "vitest";
import type { ArticleRecord, RelatedRecord } from "../../../core/record/article-record.ts";
import { readRecords } from "../../../core/segment/read-records.ts";
import { readableRecords, scanSource } from "../../../core/segment/scan-source.ts";
import {
  decodeSourceBlock,
  documentsName,
  placeOfReference,
  relatedReference,
  type SourceLines,
} from "../../../core/segment/source-block.ts";
import type { SourceBlock } from "../../../core/segment/source-writer.ts";
import { record } from "../../fixtures/records.ts";
import { joined, packed } from "../../fixtures/source-stores.ts";

/** A related article of some length, whose words do not repeat much. */
function related(number: number): RelatedRecord {
  const words = Array.from({ length: 60 }, (_, i) => `${(number * 7919 + i * 104_729) % 99_991}`);
  return {
    title: `Related ${number}`,
    excerpt: words.join(" "),
    webUrl: `https://other.example/${number}`,
    type: "article",
    provider: { name: "Other", domain: "other.example" },
  };
}

/** A record that names some articles as related. */
function naming(number: number, ...numbers: number[]): ArticleRecord {
  return record(`https://a.example/${number}`, { related: numbers.map(related) });
}

/** So many records that fill several blocks and all name the same 40 articles, in turn, and one of their own. */
const REPETITIVE = Array.from({ length: 300 }, (_, i) =>
  naming(i, i % 40, (i * 7) % 40, 1000 + i, (i * 11) % 40),
);

function linesOf(blocks: readonly SourceBlock[]): Promise<SourceLines[]> {
  return Promise.all(blocks.map(({ bytes }) => decodeSourceBlock("docs/0+0", bytes)));
}

async function scanned(blocks: readonly SourceBlock[]): Promise<(ArticleRecord | null)[]> {
  const source = joined(blocks.map(({ bytes }) => bytes));
  const found: (ArticleRecord | null)[] = [];
  const read = async (start: number, end: number) => source.slice(start, end);
  for await (const block of scanSource(read, source.length)) found.push(...(block.records ?? []));
  return found;
}

describe("related articles that are equal", () => {
  test("are stored once, in the block of the record that names them first", async () => {
    const blocks = await packed([naming(1, 5, 6), naming(2, 6, 5, 7)]);
    const [{ records, related: stored, referredTo } = { records: [], related: [] }] =
      await linesOf(blocks);
    expect(stored.map((line) => JSON.parse(line).title)).toEqual([
      "Related 5",
      "Related 6",
      "Related 7",
    ]);
    expect(records.map((line) => JSON.parse(line).related)).toEqual([
      [0, 1],
      [1, 0, 2],
    ]);
    expect(referredTo).toEqual([]);
  });

  test("are referred to from later blocks", async () => {
    const blocks = await packed(REPETITIVE);
    const lines = await linesOf(blocks);
    expect(blocks.length).toBeGreaterThan(4);
    expect(lines.at(-1)?.referredTo).toContainEqual({
      start: 0,
      length: blocks[0]?.bytes.length,
    });
    const stored = lines.flatMap(({ related }) => related);
    expect(stored.length).toBe(340);
    expect(new Set(stored).size).toBe(340);
  });

  test("come back in each record as they were, in their order", async () => {
    expect(await scanned(await packed(REPETITIVE))).toEqual(REPETITIVE);
  });

  test("that differ in one character are two", async () => {
    const [one, other] = [related(1), { ...related(1), title: "Related 1." }];
    const records = [record("https://a.example/1", { related: [one, other, one] })];
    const blocks = await packed(records);
    expect((await linesOf(blocks))[0]?.related.length).toBe(2);
    expect(await scanned(blocks)).toEqual(records);
  });

  test("are forgotten when there are very many, and then stored again", async () => {
    const long = (number: number): RelatedRecord => ({
      ...related(number),
      excerpt: `${number} `.padEnd(4_500_000, "x"),
    });
    const records = [1, 2, 3, 4, 5, 1, 5].map((number, i) =>
      record(`https://a.example/${i}`, { related: [long(number)] }),
    );
    const stored = (await linesOf(await packed(records))).map(({ related }) => related.length);
    // The first of five of 4.5 million characters is forgotten, the last is not.
    expect(stored).toEqual([1, 1, 1, 1, 1, 1, 0]);
  });
});

describe("a record", () => {
  test("with more related articles than a block can number keeps the others itself", async () => {
    const short = (number: number): RelatedRecord => ({
      title: `${number}`,
      webUrl: `https://o.example/${number}`,
      type: "article",
      provider: { name: "O", domain: "o.example" },
    });
    const records = [
      record("https://a.example/1", {
        related: Array.from({ length: 65_540 }, (_, i) => short(i)),
      }),
    ];
    const blocks = await packed(records);
    expect((await linesOf(blocks))[0]?.related.length).toBe(65_536);
    // Such a record is never imported: it has more than a record may have.
    expect(await scanned(blocks)).toEqual([null]);
  });

  test("with as many related articles as it may have comes back as it was", async () => {
    const related = Array.from({ length: 4096 }, (_, i) => ({
      title: `${i}`,
      webUrl: `https://o.example/${i}`,
      type: "article" as const,
      provider: { name: "O", domain: "o.example" },
    }));
    const records = [record("https://a.example/1", { related })];
    expect(await scanned(await packed(records))).toEqual(records);
  });

  test("with an empty list of related articles keeps it", async () => {
    const records = [record("https://a.example/1", { related: [] })];
    expect(await scanned(await packed(records))).toEqual(records);
  });
});

describe("records at places", () => {
  test("are read with two rounds of reads, each block once", async () => {
    const blocks = await packed(REPETITIVE);
    const byName = new Map(
      blocks.map(({ start, bytes }) => [documentsName({ start, length: bytes.length }), bytes]),
    );
    const last = blocks.at(-1);
    const reads: string[] = [];
    const places = [0, 1].map((index) => ({
      start: last?.start ?? 0,
      length: last?.bytes.length ?? 0,
      index,
    }));
    const records = await readRecords(places, async (name) => {
      reads.push(name);
      return decodeSourceBlock(name, byName.get(name) ?? new Uint8Array());
    });
    expect(records).toEqual(last?.records.slice(0, 2));
    expect(reads.length).toBe(new Set(reads).size);
    expect(reads[0]).toBe(documentsName(places[0] ?? { start: 0, length: 0 }));
  });

  test("share the articles that both name", async () => {
    const [one, other] = await scanned(await packed([naming(1, 5), naming(2, 5)]));
    expect(one?.related?.[0]).toBe(other?.related?.[0]);
  });

  test.each<[string, readonly number[]]>([
    ["to no block", [relatedReference(7, 0)]],
    ["to no article of its block", [99]],
  ])("are none where a reference leads %s", async (_, references) => {
    const stored = { ...naming(1), related: references };
    const block = { records: [JSON.stringify(stored)], related: [], referredTo: [] };
    const place = { start: 0, length: 1, index: 0 };
    expect(await readRecords([place], async () => block)).toEqual([null]);
  });
});

describe("damage to a block that others refer to", () => {
  test("loses the records that refer to it, and no others", async () => {
    const blocks = await packed([
      ...REPETITIVE,
      ...Array.from({ length: 60 }, (_, i) => naming(900 + i)),
    ]);
    const source = joined(blocks.map(({ bytes }) => bytes));
    source[20] = (source[20] ?? 0) ^ 1;
    const kept: string[] = [];
    const read = async (start: number, end: number) => source.slice(start, end);
    for await (const block of scanSource(read, source.length))
      kept.push(...readableRecords(block).map(([, { webUrl = "" }]) => webUrl));
    expect(kept).toEqual(
      expect.arrayContaining(Array.from({ length: 60 }, (_, i) => `https://a.example/${900 + i}`)),
    );
    const isIntact = ({ related: list = [] }: ArticleRecord) =>
      list.every(({ title }) => !firstBlockTitles.has(title));
    const firstBlockTitles = new Set(
      ((await linesOf(blocks))[0]?.related ?? []).map((line) => JSON.parse(line).title),
    );
    const expected = blocks.slice(1).flatMap(({ records }) => records.filter(isIntact));
    expect(kept).toEqual(expected.map(({ webUrl }) => webUrl));
  });
});

test("a reference has the number of a block and the index of an article", () => {
  expect(relatedReference(0, 41)).toBe(41);
  expect(relatedReference(2, 3)).toBe(131_075);
  expect(placeOfReference(131_075)).toEqual({ block: 2, index: 3 });
});
