import { expect, test } from "vitest";
import { cosine, featureVector } from "../../../core/story/feature-vector.ts";

const frequencies = {
  articles: 99,
  of: (feature: number) => ({ 1: 100, 2: 1, 3: 10 })[feature] ?? 0,
};

function vector(...features: number[]) {
  return featureVector(new Map(features.map((feature) => [feature, 1])), frequencies);
}

test("has unit length and counts rare features more", () => {
  const { features, weights } = vector(3, 2);
  expect([...features]).toEqual([2, 3]);
  expect(weights[0]).toBeGreaterThan(weights[1] ?? 1);
  expect(cosine(vector(3, 2), vector(2, 3))).toBeCloseTo(1);
});

test("a feature of every article counts nothing", () => {
  expect(cosine(vector(1, 2), vector(1, 3))).toBe(0);
});

test("articles without anything in common, or without anything", () => {
  expect(cosine(vector(2), vector(3))).toBe(0);
  expect(cosine(vector(), vector())).toBe(0);
});
