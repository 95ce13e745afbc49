import { describe, expect, test } from "vitest";
import { rankCandidates } from "../../../../core/story/match/rank-candidates.ts";

function vector(features: readonly number[]) {
  return { features, weights: features.map(() => 1 / Math.sqrt(features.length)) };
}

function candidate(ordinal: number, features: readonly number[], published: number | null = null) {
  return { ordinal, published, vector: vector(features) };
}

function order(...candidates: ReturnType<typeof candidate>[]): number[] {
  const ranked = rankCandidates(vector([1, 2, 3, 4]), 0, candidates);
  return ranked.map(({ article }) => article.ordinal);
}

test("the candidates with more in common come first", () => {
  expect(
    order(candidate(0, [1, 9, 8, 7]), candidate(1, [1, 2, 3, 9]), candidate(2, [1, 2, 6, 5])),
  ).toEqual([1, 2, 0]);
});

test("of equals, the one closer in time comes first", () => {
  const day = 86_400_000;
  expect(order(candidate(0, [1, 2], 3 * day), candidate(1, [1, 2], day))).toEqual([1, 0]);
});

test("an article that is similar to the best hits comes before one that is not", () => {
  const best = [1, 2, 3, 20, 21, 22];
  expect(
    order(candidate(0, [4, 30, 31, 32]), candidate(1, best), candidate(2, [4, 20, 21, 22])),
  ).toEqual([1, 2, 0]);
});

describe("similarity to the best hits counts, but less than similarity to the query", () => {
  /** The order of a best hit (0), one that is like it (1) and one that is little like it (2). */
  function orderWith(likeness: number): number[] {
    const candidates = [
      { ordinal: 0, features: [1, 10, 11], weights: [0.9, 1, 1] },
      { ordinal: 1, features: [2, 10], weights: [likeness, 0.8] },
      { ordinal: 2, features: [3, 11], weights: [0.6, 0.2] },
    ].map(({ ordinal, ...vector }) => ({ ordinal, published: null, vector }));
    const question = { features: [1, 2, 3], weights: [1, 1, 1] };
    return rankCandidates(question, null, candidates).map(({ article }) => article.ordinal);
  }

  // The two orders meet at a likeness of 0.39: support^0.7 ÷ crowd^0.4 makes up for the rest of 0.6.
  test("it makes up for a similarity of 0.4 against 0.6", () => {
    expect(orderWith(0.4)).toEqual([0, 1, 2]);
  });

  test("it does not make up for a similarity of 0.375 against 0.6", () => {
    expect(orderWith(0.375)).toEqual([0, 2, 1]);
  });
});

test("without candidates the result is empty", () => {
  expect(order()).toEqual([]);
});
