import { expect, test } from "vitest";
import { TermCounts } from "../../../../core/story/match/term-counts.ts";
import { termKeyHash, trigramHashes } from "../../../../core/story/match/term-hash.ts";

/** Ten thousand articles: all say `storm`, one says `weir`. */
const counts = new TermCounts();
for (let i = 0; i < 10_000; i++)
  counts.add(["storm", ...(i === 0 ? ["weir"] : [])].map((text) => ({ text, weight: 100 })));

test("a build knows the rarity of every key", () => {
  expect(counts.exact().key(termKeyHash("storm"))).toBe(0);
  expect(counts.exact().key(termKeyHash("weir"))).toBe(147);
});

test("a query knows it for common keys; all others count as half as frequent as the rarest of these", () => {
  expect(counts.known().key(termKeyHash("stormy"))).toBe(0);
  expect(counts.known().key(termKeyHash("weir"))).toBe(133);
  expect(counts.known().key(termKeyHash("unheard of"))).toBe(133);
});

test("trigrams are counted once per article", () => {
  const found = trigramHashes("storm").map((hash) => counts.known().trigram(hash));
  expect(found).toEqual([0, 0, 0, 0, 0]);
});

test("common keys are those of more than one article in 2048, each with its rarity", () => {
  const few = new TermCounts();
  for (let i = 0; i < 4096; i++) {
    const words = ["storm", ...(i < 2 ? ["weir"] : []), ...(i < 3 ? ["ferry"] : [])];
    few.add(words.map((text) => ({ text, weight: 100 })));
  }
  expect(few.commonKeys()).toEqual([
    [termKeyHash("storm"), 0],
    [termKeyHash("ferry"), 116],
  ]);
  expect(few.known().key(termKeyHash("weir"))).toBe(133);
  expect(few.exact().key(termKeyHash("weir"))).toBe(122);
  expect(few.otherKeys()).toBe(133);
  expect(few.of(termKeyHash("weir"))).toBe(2);
});

test("a trigram is as rare as its bucket, counted once in an article with several words that have it", () => {
  const few = new TermCounts();
  for (let i = 0; i < 2000; i++)
    few.add(i === 0 ? ["storm", "storms"].map((text) => ({ text, weight: 100 })) : []);
  const [first = 0] = trigramHashes("storm");
  expect(few.exact().trigram(first)).toBe(122);
  expect(few.articles).toBe(2000);
});

test("countries have no trigrams", () => {
  const few = new TermCounts();
  few.add([{ text: "=SE", weight: 100 }]);
  few.add([]);
  expect(new Set(few.trigramRarities())).toEqual(new Set([61]));
});
