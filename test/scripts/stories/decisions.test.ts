import { expect, test } from "vitest";
import { calibrationCurve, Decisions } from "../../../scripts/bench/stories/decisions.ts";

function judged(confidence: number, isRight: boolean, rank = 0) {
  return { confidence, isRight, rank };
}

test("precision of what is shown, recall of what could be", () => {
  const decisions = new Decisions();
  decisions.add([judged(0.9, true), judged(0.7, false), judged(0.3, true)], 4);
  const { precision, recall, precisionAt80, pairsAt80 } = decisions.metrics();
  expect([precision, recall, precisionAt80, pairsAt80]).toEqual([0.5, 0.25, 1, 1]);
});

test("calibration error is the distance of confidence from truth", () => {
  const decisions = new Decisions();
  decisions.add([judged(0.9, true), judged(0.9, false), judged(0.1, false), judged(0.1, false)], 1);
  expect(decisions.metrics().calibrationError).toBeCloseTo((2 * 0.4 + 2 * 0.1) / 4);
});

test("only the ten articles that a user sees are counted in the curve", () => {
  const decisions = new Decisions();
  decisions.add([judged(0.9, true), judged(0.9, false, 10)], 1);
  expect(decisions.metrics().curve[9]).toEqual({ from: 0.9, pairs: 1, confidence: 0.9, right: 1 });
});

test("certain ones are in the last bin", () => {
  expect(calibrationCurve([judged(1, true)])[9]?.pairs).toBe(1);
});

test("no decisions have no precision or recall", () => {
  expect(new Decisions().metrics()).toMatchObject({
    precision: null,
    recall: 0,
    precisionAt80: null,
  });
});
