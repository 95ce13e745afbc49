import { describe, expect, test } from "vitest";
import { DamagedBlockError } from "../../../core/segment/block-codec.ts";
import type { StoredArticle } from "../../../core/story-index/format.ts";
import { decodeTexts, encodeTexts } from "../../../core/story-index/text-block.ts";

const OWN: StoredArticle = {
  published: 1_650_000_000_000,
  place: { start: 2 ** 33, length: 12_345, index: 7, related: null },
  terms: [
    { text: "clearview", weight: 120, rarity: 140 },
    { text: "=UA", weight: 200, rarity: 60, isDetail: true },
    { text: "ukraine", weight: 100, rarity: 61, isCountryName: true },
    ...Array.from({ length: 28 }, (_, i) => ({ text: `w${i}`, weight: 35, rarity: 90 })),
    { text: "kharkiv", weight: 48, rarity: 150, isDetail: true },
  ],
};
const NAMED: StoredArticle = {
  published: null,
  place: { start: 0, length: 9, index: 0, related: 0 },
  terms: [{ text: "東京", weight: 100, rarity: 255 }],
};

describe("a block of texts", () => {
  const bytes = encodeTexts([OWN, NAMED]);

  test("gives the articles that are asked for, with their places in the block", () => {
    expect(decodeTexts("texts/0", bytes, [1, 0])).toEqual([
      [1, NAMED],
      [0, OWN],
    ]);
  });

  test("has no article beyond its last", () => {
    expect(decodeTexts("texts/0", bytes, [2])).toEqual([]);
  });

  test("that was damaged is noticed", () => {
    const damaged = bytes.with(30, (bytes[30] ?? 0) ^ 1);
    expect(() => decodeTexts("texts/0", damaged, [0])).toThrow(DamagedBlockError);
  });
});
