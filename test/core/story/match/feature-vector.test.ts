import { expect, test } from "vitest";
import { cosineWith, featureVector } from "../../../../core/story/match/feature-vector.ts";
import { termHash } from "../../../../core/story/match/term-hash.ts";

const RARE = 100;
const COMMON = 10;
const rarities = { trigram: () => COMMON };

function vector(...terms: (readonly [text: string, rarity: number])[]) {
  return featureVector(
    terms.map(([text, rarity]) => ({ text, rarity, weight: 100 })),
    rarities,
  );
}

test("an article has a similarity of 1 with itself", () => {
  const own = vector(["bridge", RARE], ["closes", COMMON]);
  expect(cosineWith(own)(own)).toBeCloseTo(1);
});

test("rare terms count more", () => {
  const page = vector(["bridge", RARE], ["closes", COMMON]);
  const near = cosineWith(page);
  expect(near(vector(["bridge", RARE]))).toBeGreaterThan(near(vector(["closes", COMMON])));
});

test("a term of every article counts nothing", () => {
  const silent = { trigram: () => 0 };
  const terms = [{ text: "the", rarity: 0, weight: 100 }];
  const own = featureVector(terms, silent);
  expect(cosineWith(own)(own)).toBe(0);
});

test("inflected words are similar, countries are not", () => {
  expect(cosineWith(vector(["bridge", RARE]))(vector(["bridges", RARE]))).toBeGreaterThan(0);
  expect(cosineWith(vector(["=SE", RARE]))(vector(["=SI", RARE]))).toBe(0);
});

test("articles with nothing in common, or without terms, have a similarity of 0", () => {
  expect(cosineWith(vector(["bridge", RARE]))(vector(["tunnel", RARE]))).toBe(0);
  expect(cosineWith(vector())(vector())).toBe(0);
});

test("weights are weight times rarity to the power of 0.9, scaled to unit length", () => {
  const { features, weights } = featureVector(
    [
      { text: "東京", rarity: 32, weight: 100 },
      { text: "=SE", rarity: 16, weight: 50 },
    ],
    rarities,
  );
  expect(features).toEqual([termHash("東京"), termHash("=SE")]);
  expect(weights[0]).toBeCloseTo(0.966, 3);
  expect(weights[1]).toBeCloseTo(0.2588, 3);
});

test("a trigram has the weight of the heaviest word that has it, once", () => {
  const terms = [
    { text: "ab", rarity: 16, weight: 40 },
    { text: "abc", rarity: 16, weight: 30 },
  ];
  const { features, weights } = featureVector(terms, { trigram: () => 16 });
  expect(features).toHaveLength(6);
  expect(new Set(features).size).toBe(6);
  // √(3 × 40² + 3 × 30²) is 86.6.
  expect(weights.map((weight) => Math.round(weight * 86.6))).toEqual([40, 40, 40, 30, 30, 30]);
});

test("the similarity is the sum of the products of common weights", () => {
  const near = cosineWith({ features: [1, 2, 3], weights: [0.6, 0.8, 0] });
  expect(near({ features: [2, 1, 9], weights: [0.5, 0.25, 1] })).toBeCloseTo(0.55, 10);
});
