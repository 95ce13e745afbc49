import { describe, expect, test } from "vitest";
import { quantiles, thirds } from "../../../core/segment/quantiles.ts";

describe("the five-number summary", () => {
  test("of nothing is none", () => {
    expect(quantiles([])).toBeNull();
  });

  test.each([
    ["one value", [7], [7, 7, 7, 7, 7]],
    ["two values", [10, 0], [0, 2.5, 5, 7.5, 10]],
    ["five values", [189, 0, 59, 40, 81], [0, 40, 59, 81, 189]],
    ["equal values", [5, 5, 5, 5], [5, 5, 5, 5, 5]],
    ["values below 0", [-4, -1, 0, 3], [-4, -1.75, -0.5, 0.75, 3]],
    ["numbers, not text", [100, 9, 20], [9, 14.5, 20, 60, 100]],
  ])("of %s", (_, values, [min, lowerQuartile, median, upperQuartile, max]) => {
    expect(quantiles(values)).toEqual({ min, lowerQuartile, median, upperQuartile, max });
  });

  test("leaves the values in their order", () => {
    const values = [3, 1, 2];
    quantiles(values);
    thirds(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("thirds", () => {
  test.each([
    ["no value", []],
    ["one value", [1]],
    ["two values", [1, 2]],
  ])("of %s are none", (_, values) => {
    expect(thirds(values)).toBeNull();
  });

  test.each([
    ["three values", [3, 1, 2], { lower: 1 + 2 / 3, middle: 2 + 1 / 3 }],
    ["the seed's values", [59, 81, 72, 40], { lower: 59, middle: 72 }],
    ["equal values", [5, 5, 5], { lower: 5, middle: 5 }],
  ])("of %s", (_, values, { lower, middle }) => {
    expect(thirds(values)?.lower).toBeCloseTo(lower, 12);
    expect(thirds(values)?.middle).toBeCloseTo(middle, 12);
  });
});
