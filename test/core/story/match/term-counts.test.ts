import { expect, test } from "vitest";
import { TermCounts } from "../../../../core/story/match/term-counts.ts";
import { keyHash, trigramHashes } from "../../../../core/story/match/term-hash.ts";

/** Ten thousand articles: all say `storm`, one says `weir`. */
const counts = new TermCounts();
for (let i = 0; i < 10_000; i++)
  counts.add(["storm", ...(i === 0 ? ["weir"] : [])].map((text) => ({ text, weight: 100 })));

test("a build knows the rarity of every key", () => {
  expect(counts.exact().key(keyHash("storm"))).toBe(0);
  expect(counts.exact().key(keyHash("weir"))).toBe(147);
});

test("a query knows it for common keys; all others count as half as frequent as the rarest of these", () => {
  expect(counts.known().key(keyHash("stormy"))).toBe(0);
  expect(counts.known().key(keyHash("weir"))).toBe(133);
  expect(counts.known().key(keyHash("unheard of"))).toBe(133);
});

test("trigrams are counted once per article", () => {
  const found = trigramHashes("storm").map((hash) => counts.known().trigram(hash));
  expect(found).toEqual([0, 0, 0, 0, 0]);
});
