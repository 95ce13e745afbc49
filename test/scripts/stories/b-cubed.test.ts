import { expect, test } from "vitest";
import { bCubed } from "../../../scripts/bench/stories/b-cubed.ts";

test("groups that are the stories", () => {
  expect(bCubed([0, 0, 1], ["a", "a", "b"])).toEqual({ precision: 1, recall: 1, f1: 1 });
});

test("all in one group: the precision is the share of each story", () => {
  const { precision, recall } = bCubed([0, 0, 0, 0], ["a", "a", "a", "b"]);
  expect(precision).toBeCloseTo((3 * 0.75 + 0.25) / 4);
  expect(recall).toBe(1);
});

test("each in its own group: the recall is of the article itself only", () => {
  const { precision, recall } = bCubed([0, 1], ["a", "a"]);
  expect(precision).toBe(1);
  expect(recall).toBe(0.5);
});
