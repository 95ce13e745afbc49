import { expect, test } from "vitest";
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

test("the more in common the better", () => {
  expect(
    order(candidate(0, [1, 9, 8, 7]), candidate(1, [1, 2, 3, 9]), candidate(2, [1, 2, 6, 5])),
  ).toEqual([1, 2, 0]);
});

test("of equals the one closer in time comes first", () => {
  const day = 86_400_000;
  expect(order(candidate(0, [1, 2], 3 * day), candidate(1, [1, 2], day))).toEqual([1, 0]);
});

test("what is like the best hits comes before what is not", () => {
  const best = [1, 2, 3, 20, 21, 22];
  expect(
    order(candidate(0, [4, 30, 31, 32]), candidate(1, best), candidate(2, [4, 20, 21, 22])),
  ).toEqual([1, 2, 0]);
});

test("no candidates", () => {
  expect(order()).toEqual([]);
});
