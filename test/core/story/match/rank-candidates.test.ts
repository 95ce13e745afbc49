import { describe, expect, test } from "vitest";
import { eventDetails } from "../../../../core/story/match/event-details.ts";
import type { FeatureVector } from "../../../../core/story/match/feature-vector.ts";
import { rankCandidates } from "../../../../core/story/match/rank-candidates.ts";

/** What an article says of its event: nothing. */
const details = eventDetails([]);

function asked(vector: FeatureVector, published: number | null) {
  return { published, vector, details };
}

function vector(features: readonly number[]) {
  return { features, weights: features.map(() => 1 / Math.sqrt(features.length)) };
}

function candidate(ordinal: number, features: readonly number[], published: number | null = null) {
  return { ordinal, published, vector: vector(features), details };
}

function order(...candidates: ReturnType<typeof candidate>[]): number[] {
  const ranked = rankCandidates(asked(vector([1, 2, 3, 4]), 0), candidates);
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
    ].map(({ ordinal, ...vector }) => ({ ordinal, published: null, vector, details }));
    const question = { features: [1, 2, 3], weights: [1, 1, 1] };
    return rankCandidates(asked(question, null), candidates).map(({ article }) => article.ordinal);
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

describe("the evidence", () => {
  const evidenceOf = (...args: Parameters<typeof rankCandidates>) =>
    new Map(rankCandidates(...args).map(({ article, evidence }) => [article.ordinal, evidence]));
  const weighted = (ordinal: number, weights: Readonly<Record<number, number>>) => ({
    ordinal,
    published: null,
    vector: { features: Object.keys(weights).map(Number), weights: Object.values(weights) },
    details,
  });

  test("is computed from the matches with the query and with each other", () => {
    const query = { features: [1, 2], weights: [0.6, 0.8] };
    const articles = [
      weighted(0, { 1: 1 }),
      weighted(1, { 2: 1 }),
      weighted(2, { 1: 0.6, 2: 0.8 }),
    ];
    const evidence = evidenceOf(asked(query, null), articles);
    const best = expect.closeTo(1);
    const closeness = 1;
    expect(evidence.get(2)).toEqual({
      similarity: best,
      closeness,
      support: expect.closeTo(1 / 1.4),
      crowd: expect.closeTo(0.28),
      best,
      contradiction: 0,
    });
    expect(evidence.get(1)).toEqual({
      similarity: 0.8,
      closeness,
      support: expect.closeTo(0.5),
      crowd: expect.closeTo(0.16),
      best,
      contradiction: 0,
    });
    expect(evidence.get(0)).toEqual({
      similarity: 0.6,
      closeness,
      support: expect.closeTo(1 / 3),
      crowd: expect.closeTo(0.12),
      best,
      contradiction: 0,
    });
  });

  test("has what speaks against the pair", () => {
    const of = (text: string) => ({
      vector: vector([1]),
      published: null,
      details: eventDetails([{ text, weight: 100, rarity: 100, isDetail: true }]),
    });
    const ranked = rankCandidates(of("lyon"), [{ ordinal: 0, ...of("milan") }]);
    expect(ranked[0]?.evidence.contradiction).toBe(4);
  });

  test("counts similarity less between articles far apart in time", () => {
    const day = 86_400_000;
    const vector = { features: [1], weights: [1] };
    const articles = [0, 1].map((ordinal) => ({
      ordinal,
      published: ordinal * day,
      vector,
      details,
    }));
    expect(evidenceOf(asked(vector, 0), articles).get(1)).toEqual({
      similarity: 1,
      closeness: 0.5,
      support: expect.closeTo(0.5),
      crowd: expect.closeTo(0.1),
      best: expect.closeTo(0.96),
      contradiction: 0,
    });
  });

  test("has the five best hits as supporters, and the five nearest as the crowd", () => {
    const near = [0.3, 0.7, 0.1, 0.5, 0.2, 0.6, 0.4];
    const features = near.map((_, i) => i);
    const centre = { ordinal: 9, published: null, vector: { features, weights: near }, details };
    const others = features.map((feature) => weighted(feature, { [feature]: 1 }));
    const query = { features, weights: features.map(() => 1) };
    const evidence = evidenceOf(asked(query, null), [centre, ...others]);
    expect(evidence.get(9)).toMatchObject({
      support: expect.closeTo(0.4),
      crowd: expect.closeTo(0.5),
    });
    expect(evidence.get(4)).toMatchObject({
      support: expect.closeTo((2.8 * 0.2) / 6.8),
      crowd: expect.closeTo(0.04),
    });
  });

  test("compares with the 24 best only", () => {
    const query = {
      features: Array.from({ length: 26 }, (_, i) => i),
      weights: Array.from({ length: 26 }, (_, i) => 1 - i / 100),
    };
    /** The crowd of each of two articles that are alike, at two places of 26. */
    const crowds = (one: number, other: number) => {
      const alike = (i: number) => (i === one || i === other ? { 100: 1 } : {});
      const articles = query.features.map((i) => weighted(i, { [i]: 1, ...alike(i) }));
      const evidence = evidenceOf(asked(query, null), articles);
      return [evidence.get(one)?.crowd, evidence.get(other)?.crowd];
    };
    expect(crowds(22, 23)).toEqual([0.2, 0.2]);
    expect(crowds(23, 24)).toEqual([0, 0.2]);
    expect(crowds(24, 25)).toEqual([0, 0]);
  });
});
