import { describe, expect, test } from "vitest";
import { HOUR } from "../../../core/durations.ts";
import { encodeBlock, sealBytes } from "../../../core/segment/block-codec.ts";
import type { StoryBlockName, StoryMeta } from "../../../core/story-index/format.ts";
import { encodeCommonKeys, encodeTrigrams } from "../../../core/story-index/rarity-blocks.ts";
import {
  StoryIndexReader,
  UnreadableStoriesError,
} from "../../../core/story-index/story-index-reader.ts";
import { encodeMembers, encodeStoryNumbers } from "../../../core/story-index/story-members.ts";
import { encodePiece, encodeTermBucket } from "../../../core/story-index/term-bucket.ts";
import { encodeTexts } from "../../../core/story-index/text-block.ts";
import { TimeTable } from "../../../core/story-index/time-table.ts";

const META: StoryMeta = {
  format: 4,
  version: "1",
  articles: 1000,
  termBuckets: 2,
  otherKeys: 140,
  stories: 65,
};
const [LOW, HIGH] = [5, 2 ** 30 - 5];
const article = (start: number) => ({
  published: start * HOUR,
  place: { start, length: 1, index: 0, related: null },
  terms: [{ text: "bridge", weight: 100, rarity: 90 }],
});

/** An index of a thousand articles, an hour apart, written by hand. */
function handWritten(): Map<StoryBlockName, Uint8Array<ArrayBuffer>> {
  const numbers = new Uint32Array(1000);
  numbers[3] = 1;
  numbers[4] = 65;
  return new Map<StoryBlockName, Uint8Array<ArrayBuffer>>([
    ["story-meta", encodeBlock(META)],
    ["common-keys", encodeCommonKeys([[LOW, 20]])],
    ["trigrams", encodeTrigrams(new Uint8Array(2 ** 15).fill(7), 7)],
    [
      "times",
      TimeTable.of(
        0,
        Array.from({ length: 1000 }, (_, i) => i * HOUR),
      ).encode(),
    ],
    ["terms/0", encodeTermBucket([[LOW, { kind: "pieces", total: 700, starts: [0, 300, 600] }]])],
    [
      "terms/1",
      encodeTermBucket([
        [HIGH, { kind: "whole", total: 2, rows: { ordinals: [3, 4], weights: [9, 8] } }],
      ]),
    ],
    ...[0, 300, 600].map(
      (first, piece) =>
        [
          `postings/${LOW}/${piece}`,
          encodePiece({ ordinals: [first], weights: [piece + 1] }),
        ] as const,
    ),
    ["texts/0", encodeTexts([article(0), article(1)])],
    ["texts/1", encodeTexts([article(64)])],
    ["stories/0", encodeStoryNumbers(numbers)],
    ["members/0", encodeMembers([[3, 9, 12]])],
    ["members/1", encodeMembers([[4, 5]])],
  ]);
}

function open(blocks: ReadonlyMap<StoryBlockName, Uint8Array<ArrayBuffer>>) {
  const read: StoryBlockName[][] = [];
  const reader = new StoryIndexReader("mine", async (names) => {
    read.push([...names]);
    return names.map((name) => blocks.get(name));
  });
  return { reader, read };
}

const HEAD = ["story-meta", "common-keys", "trigrams", "times"];

test("the head is read once, and not before it is needed", async () => {
  const { reader, read } = open(handWritten());
  expect(read).toEqual([]);
  reader.prepare();
  const rarities = await reader.rarities();
  expect(await reader.rarities()).toBe(rarities);
  expect(read).toEqual([HEAD]);
  expect([rarities.articles, rarities.key(LOW), rarities.key(6), rarities.trigram(0)]).toEqual([
    1000, 20, 140, 7,
  ]);
});

describe("postings", () => {
  test("are those of each key, in the order of the keys, with their times", async () => {
    const { reader, read } = open(handWritten());
    expect(await reader.postings([HIGH, 6, LOW], 320 * HOUR)).toEqual([
      { total: 2, ordinals: [3, 4], weights: [9, 8], times: [3 * HOUR, 4 * HOUR] },
      { total: 0, ordinals: [], weights: [], times: [] },
      { total: 700, ordinals: [300], weights: [2], times: [300 * HOUR] },
    ]);
    expect(read).toEqual([HEAD, ["terms/1", "terms/0"], [`postings/${LOW}/1`]]);
  });

  test.each([
    ["the first", 0, 0],
    ["the first, before it ends", 299 * HOUR, 0],
    ["the second, as it begins", 300 * HOUR, 1],
    ["the last", 999 * HOUR, 2],
    ["the last, for an unknown time", null, 2],
    ["the first, long before", -5000 * HOUR, 0],
  ])("of a long list are %s piece", async (_, around, piece) => {
    const { reader } = open(handWritten());
    const [found] = await reader.postings([LOW], around);
    expect(found?.weights).toEqual([piece + 1]);
  });

  test("of no keys are none, and nothing but the head is read", async () => {
    const { reader, read } = open(handWritten());
    expect(await reader.postings([], 0)).toEqual([]);
    expect(read).toEqual([HEAD]);
  });
});

test("texts are those at some ordinals, each block read once; others are left out", async () => {
  const { reader, read } = open(handWritten());
  const found = await reader.texts([64, 1, 0, 63]);
  expect(found.map(({ ordinal, place }) => [ordinal, place.start])).toEqual([
    [64, 64],
    [1, 1],
    [0, 0],
  ]);
  expect(found[0]).toEqual({ ordinal: 64, ...article(64) });
  expect(read).toEqual([["texts/1", "texts/0"]]);
});

test("the articles of a story are the others with its number", async () => {
  const { reader, read } = open(handWritten());
  expect(await reader.sameStory(3)).toEqual([9, 12]);
  expect(await reader.sameStory(4)).toEqual([5]);
  expect(await reader.sameStory(0)).toEqual([]);
  expect(read).toEqual([["stories/0"], ["members/0"], ["stories/0"], ["members/1"], ["stories/0"]]);
  await expect(reader.sameStory(4096)).rejects.toThrow("it lacks its block stories/1");
});

describe("an index that cannot be read", () => {
  const changed = (name: StoryBlockName, bytes: Uint8Array<ArrayBuffer>) =>
    open(new Map([...handWritten(), [name, bytes]])).reader;

  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ["of another format", encodeBlock({ ...META, format: 2 })],
    ["without buckets", encodeBlock({ ...META, termBuckets: 0 })],
    ["with half a bucket", encodeBlock({ ...META, termBuckets: 0.5 })],
    ["with fewer than no articles", encodeBlock({ ...META, articles: -1 })],
    ["without a version", encodeBlock({ ...META, version: undefined })],
    ["whose head is no JSON", sealBytes(new TextEncoder().encode("{"))],
    ["whose head is no object", encodeBlock(7)],
  ])("is one %s", async (_, bytes) => {
    await expect(changed("story-meta", bytes).rarities()).rejects.toThrow(
      "the story index cannot be read: its format is not 4",
    );
  });

  test("is one with a damaged block", async () => {
    const { reader } = open(new Map([...handWritten(), ["texts/0", new Uint8Array(9)]]));
    await expect(reader.texts([0])).rejects.toThrow(UnreadableStoriesError);
    await expect(reader.texts([0])).rejects.toThrow(
      "the story index cannot be read: block texts/0 is damaged",
    );
    await expect(reader.texts([0])).rejects.toMatchObject({ dataSet: "mine" });
  });

  test("is one whose times end too soon", async () => {
    await expect(changed("times", sealBytes(new Uint8Array(5))).rarities()).rejects.toThrow(
      UnreadableStoriesError,
    );
  });

  test("may be read later, when its blocks are there", async () => {
    const blocks = handWritten();
    const meta = blocks.get("story-meta") as Uint8Array<ArrayBuffer>;
    blocks.delete("story-meta");
    const { reader } = open(blocks);
    reader.prepare();
    await expect(reader.rarities()).rejects.toThrow("it lacks its block story-meta");
    blocks.set("story-meta", meta);
    expect((await reader.rarities()).articles).toBe(1000);
  });

  test("by another fault than damage throws that", async () => {
    const reader = new StoryIndexReader("mine", async () => {
      throw new TypeError("no database");
    });
    await expect(reader.rarities()).rejects.toThrow(new TypeError("no database"));
  });
});

test("a reader knows its data set and its span of time", () => {
  const span = { from: 1, to: 2 };
  const read = async () => [];
  expect(new StoryIndexReader("mine", read, span)).toMatchObject({ dataSet: "mine", span });
  expect(new StoryIndexReader("mine", read).span).toBeNull();
});
