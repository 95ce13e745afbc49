import { beforeEach, describe, expect, test } from "vitest";
import { MemoryIndex } from "../../../../core/story/match/memory-index.ts";
import { TermCounts } from "../../../../core/story/match/term-counts.ts";
import { termKeyHash } from "../../../../core/story/match/term-hash.ts";

const STORM = { text: "storm", weight: 100 };
const FERRY = { text: "ferry", weight: 50 };
const [storm, ferry] = [termKeyHash("storm"), termKeyHash("ferry")];

let index: MemoryIndex;
beforeEach(() => {
  const counts = new TermCounts();
  for (let i = 0; i < 500; i++) counts.add(i === 0 ? [STORM, FERRY] : [STORM]);
  index = new MemoryIndex(counts);
});

describe("an index in memory", () => {
  test("lists an article under each of its keys, with its time and its weights", async () => {
    expect(index.add([STORM], null)).toBe(0);
    expect(index.add([STORM, FERRY], 7)).toBe(1);
    expect(await index.postings([ferry, storm, termKeyHash("weir")], null)).toEqual([
      { total: 1, ordinals: [1], times: [7], weights: [82] },
      { total: 500, ordinals: [0, 1], times: [null, 7], weights: [179, 163] },
      { total: 0, ordinals: [], times: [], weights: [] },
    ]);
  });

  test("returns the articles with the exact rarities of their terms, without unknown ones", async () => {
    index.add([STORM, FERRY], 7);
    expect(await index.texts([0, 1])).toEqual([
      {
        ordinal: 0,
        published: 7,
        terms: [
          { ...STORM, rarity: 6 },
          { ...FERRY, rarity: 105 },
        ],
      },
    ]);
  });

  test("gives a query the rarities of common keys only", async () => {
    const { articles, key } = await index.rarities();
    expect([articles, key(storm), key(termKeyHash("weir"))]).toEqual([500, 6, 105]);
  });

  test("loses its earliest article, and never reuses an ordinal", async () => {
    index.add([STORM, FERRY], 1);
    index.add([STORM], 2);
    index.removeFirst();
    expect(await index.texts([0, 1])).toMatchObject([{ ordinal: 1, published: 2 }]);
    expect(await index.postings([storm, ferry], null)).toEqual([
      { total: 500, ordinals: [1], times: [2], weights: [179] },
      { total: 1, ordinals: [], times: [], weights: [] },
    ]);
    expect(index.add([FERRY], 3)).toBe(2);
  });

  test("that is empty loses nothing", async () => {
    index.removeFirst();
    expect(index.add([STORM], 1)).toBe(0);
  });

  test("keeps no groups", async () => {
    index.add([STORM], 1);
    expect(await index.sameStory()).toEqual([]);
  });
});

describe("of a long list", () => {
  /** The first and the last ordinal, and the number, of what is read of a number of articles, one a millisecond. */
  async function read(articles: number, around: number | null, first: number | null = 0) {
    for (let i = 0; i < articles; i++) index.add([STORM], i === 0 ? first : i);
    const [piece] = await index.postings([storm], around);
    const { ordinals = [], times = [], weights = [] } = piece ?? {};
    expect([times.length, weights.length]).toEqual([ordinals.length, ordinals.length]);
    expect(times.at(-1)).toBe(ordinals.at(-1));
    return [ordinals[0], ordinals.at(-1), ordinals.length];
  }

  test.each([
    ["all of 256 articles", 256, 0, [0, 255, 256]],
    ["the latest 256, for a page without a time", 300, null, [44, 299, 256]],
    ["as many on both sides of the page's time", 400, 200, [72, 327, 256]],
    ["the first 256, for a page of that time", 400, 5, [0, 255, 256]],
    ["the last 256, for a page after all of them", 400, 9_999, [144, 399, 256]],
    ["the first 256, for a page before all of them", 400, -1, [0, 255, 256]],
  ])("%s are read", async (_what, articles, around, expected) => {
    expect(await read(articles, around)).toEqual(expected);
  });

  test("an article without a time sorts before all others", async () => {
    expect(await read(400, 200, null)).toEqual([72, 327, 256]);
  });
});
