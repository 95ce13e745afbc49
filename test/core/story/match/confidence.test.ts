import { expect, test } from "vitest";
import { confidence, verdictAt } from "../../../../core/story/match/confidence.ts";

const evidence = {
  ...{ similarity: 0.6, closeness: 0.9, support: 0.5, crowd: 0.4, best: 0.6 },
  contradiction: 0,
};

test("more similarity, closeness and support give more confidence", () => {
  const sure = confidence(evidence);
  expect(confidence({ ...evidence, similarity: 0.7 })).toBeGreaterThan(sure);
  expect(confidence({ ...evidence, closeness: 1 })).toBeGreaterThan(sure);
  expect(confidence({ ...evidence, support: 0.6 })).toBeGreaterThan(sure);
  expect(confidence({ ...evidence, best: 0.7 })).toBeGreaterThan(sure);
});

test("the only other article of a small story, without other support, can have a high confidence", () => {
  expect(
    confidence({ ...evidence, similarity: 0.8, closeness: 1, support: 0, crowd: 0, best: 0.8 }),
  ).toBeGreaterThan(0.8);
});

const odds = (sure: number) => Math.log(sure / (1 - sure));

test("is lower by what speaks against the pair", () => {
  const sure = confidence(evidence);
  expect(odds(sure) - odds(confidence({ ...evidence, contradiction: 1.5 }))).toBeCloseTo(1.5);
});

test("is lower when the time between the two is not known", () => {
  expect(odds(confidence(evidence)) - odds(confidence(evidence, false))).toBeCloseTo(0.6);
});

test("is almost 0 with nothing in common and almost 1 with everything in common", () => {
  expect(
    confidence({ ...evidence, similarity: 0, closeness: 1, support: 0, crowd: 0, best: 0 }),
  ).toBeLessThan(0.01);
  expect(
    confidence({ ...evidence, similarity: 1, closeness: 1, support: 1, crowd: 0.5, best: 1 }),
  ).toBeGreaterThan(0.95);
});

test.each([
  [0.5, "same-story"],
  [0.49, "same-topic"],
  [0.25, "same-topic"],
  [0.24, "none"],
] as const)("%d is %s", (sure, verdict) => {
  expect(verdictAt(sure)).toBe(verdict);
});

test("has these values", () => {
  const given = { ...evidence, similarity: 0.5, closeness: 0.8, support: 0.3, best: 0.6 };
  expect(confidence(given)).toBeCloseTo(0.5663, 4);
  expect(confidence(given, false)).toBeCloseTo(0.4174, 4);
  expect(confidence({ ...given, support: 0.9 })).toBeCloseTo(0.7757, 4);
});
