import { describe, expect, test } from "vitest";
import { TermCounts } from "../../../core/story/match/term-counts.ts";
import { termKeyHash } from "../../../core/story/match/term-hash.ts";
import type { StoryBlock } from "../../../core/story-index/format.ts";
import { createMemorySpill } from "../../../core/story-index/spill.ts";
import { decodePiece, findTerms, type TermEntry } from "../../../core/story-index/term-bucket.ts";
import { TermFiling, termBucket } from "../../../core/story-index/term-filing.ts";

function filing(articles: number): TermFiling {
  const counts = new TermCounts();
  counts.articles = articles;
  return new TermFiling(createMemorySpill(), counts);
}

async function blocksOf(filed: TermFiling): Promise<StoryBlock[]> {
  const blocks: StoryBlock[] = [];
  for await (const block of filed.blocks()) blocks.push(block);
  return blocks;
}

test.each([
  [0, 1],
  [256, 1],
  [257, 2],
  [16_384, 64],
  [16_385, 128],
  [1_000_000, 3968],
])("%i articles have %i buckets", (articles, buckets) => {
  expect(filing(articles).buckets).toBe(buckets);
});

test("keys are spread evenly over buckets, in their order", () => {
  expect([0, 2 ** 28 - 1, 2 ** 28, 2 ** 30 - 1].map((key) => termBucket(key, 4))).toEqual([
    0, 0, 1, 3,
  ]);
});

describe("postings", () => {
  test("are found by their keys, in the bucket of each", async () => {
    const filed = filing(1000);
    const [low, high] = [5, 2 ** 30 - 5];
    await filed.add(low, 1, 10);
    await filed.add(high, 1, 11);
    await filed.add(low, 7, 12);
    const blocks = await blocksOf(filed);
    expect(blocks.map(({ name }) => name)).toEqual(["terms/0", "terms/1", "terms/2", "terms/3"]);
    const found = new Map<number, TermEntry>();
    for (const { name, bytes } of blocks) findTerms(name, bytes, [low, high], found);
    expect([...found]).toEqual([
      [low, { kind: "whole", total: 2, rows: { ordinals: [1, 7], weights: [10, 12] } }],
      [high, { kind: "whole", total: 1, rows: { ordinals: [1], weights: [11] } }],
    ]);
  });

  test("of more than 256 articles are pieces of their own", async () => {
    const filed = filing(100);
    for (let ordinal = 0; ordinal < 513; ordinal++) await filed.add(9, 10 * ordinal, ordinal % 256);
    for (let ordinal = 0; ordinal < 256; ordinal++) await filed.add(8, ordinal, 1);
    const blocks = await blocksOf(filed);
    expect(blocks.map(({ name }) => name)).toEqual([
      "postings/9/0",
      "postings/9/1",
      "postings/9/2",
      "terms/0",
    ]);
    const [first, second, third, terms] = blocks as [
      StoryBlock,
      StoryBlock,
      StoryBlock,
      StoryBlock,
    ];
    expect(decodePiece(first.name, first.bytes).ordinals.length).toBe(256);
    expect(decodePiece(second.name, second.bytes).ordinals.slice(0, 2)).toEqual([2560, 2570]);
    expect(decodePiece(third.name, third.bytes)).toEqual({ ordinals: [5120], weights: [0] });
    const found = new Map<number, TermEntry>();
    findTerms(terms.name, terms.bytes, [8, 9], found);
    expect(found.get(9)).toEqual({ kind: "pieces", total: 513, starts: [0, 2560, 5120] });
    expect(found.get(8)?.kind).toBe("whole");
  });

  test("have the number of articles that the counts have", async () => {
    const counts = new TermCounts();
    counts.add([{ text: "bridge", weight: 100 }]);
    counts.add([{ text: "bridge", weight: 100 }]);
    const filed = new TermFiling(createMemorySpill(), counts);
    const key = termKeyHash("bridge");
    await filed.add(key, 0, 1);
    const found = new Map<number, TermEntry>();
    for (const { name, bytes } of await blocksOf(filed)) findTerms(name, bytes, [key], found);
    expect(found.get(key)?.total).toBe(2);
  });
});
