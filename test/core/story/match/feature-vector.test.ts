import { expect, test } from "vitest";
import { cosineWith, featureVector } from "../../../../core/story/match/feature-vector.ts";

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
