import { expect, test } from "vitest";
import {
  rarityByte,
  rarityOf,
  TRIGRAM_BUCKETS,
  trigramBucket,
} from "../../../../core/story/match/rarities.ts";

test.each([
  ["every article", 1000, 1000, 0],
  ["one in ten", 100, 1000, 37],
  ["one of a million", 1, 1_000_000, 221],
  ["none", 0, 1000, 111],
])("what is in %s", (_, frequency, articles, byte) => {
  expect(rarityByte(frequency, articles)).toBe(byte);
});

test("a byte holds a logarithm", () => {
  expect(rarityOf(rarityByte(100, 1000))).toBeCloseTo(Math.log(10), 1);
});

test.each([
  ["in all of a small data set, of which that says little", 10, 10, 37],
  ["in one of ten", 1, 10, 74],
  ["in one of a billion, more than a byte can tell", 1, 1_000_000_000, 255],
  ["in more articles than there are", 2000, 1000, 0],
  ["in none of no articles", 0, 0, 0],
])("what is %s", (_, frequency, articles, byte) => {
  expect(rarityByte(frequency, articles)).toBe(byte);
});

test("trigrams share buckets by the highest 15 of their 30 bits", () => {
  expect(TRIGRAM_BUCKETS).toBe(32_768);
  expect([0, 32_767, 32_768, 2 ** 30 - 1].map(trigramBucket)).toEqual([0, 0, 1, 32_767]);
});
