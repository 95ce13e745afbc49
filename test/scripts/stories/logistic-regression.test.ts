import { expect, test } from "vitest";
import { fitLogistic, predict } from "../../../scripts/bench/stories/logistic-regression.ts";

test("finds the odds of two groups", () => {
  const group = (input: number, right: number, wrong: number) =>
    [...Array(right).fill(true), ...Array(wrong).fill(false)].map((isRight: boolean) => ({
      inputs: [input],
      isRight,
      weight: 1,
    }));
  const weights = fitLogistic([...group(0, 20, 80), ...group(1, 75, 25)]);
  expect(predict(weights, [0])).toBeCloseTo(0.2, 2);
  expect(predict(weights, [1])).toBeCloseTo(0.75, 2);
});

test("a row that counts twice is two rows", () => {
  const row = (isRight: boolean, weight: number) => ({ inputs: [1], isRight, weight });
  const twice = fitLogistic([row(true, 2), row(false, 1)]);
  const two = fitLogistic([row(true, 1), row(true, 1), row(false, 1)]);
  expect(predict(twice, [1])).toBeCloseTo(predict(two, [1]), 6);
});
