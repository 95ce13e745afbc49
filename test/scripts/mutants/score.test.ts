import { expect, test } from "vitest";
import {
  describeMutant,
  linesToChange,
  mutationScore,
  testsOf,
} from "../../../scripts/mutants/score.ts";
import { ROOT } from "../../../scripts/tools/run-tool.ts";

test("the score is the share of changes that made a test fail or hang", () => {
  expect(
    mutationScore(["Killed", "Timeout", "Killed", "Survived", "NoCoverage", "CompileError"]),
  ).toEqual({ found: 3, all: 5, percent: 60 });
});

test("there is no score where nothing was changed", () => {
  expect(mutationScore(["Ignored", "RuntimeError"])).toBeNull();
});

test("a change is printed in one line, with its place in the repository", () => {
  const change = {
    fileName: `${ROOT}core/url/site-of.ts`,
    location: { start: { line: 7, column: 3 }, end: { line: 9, column: 1 } },
    mutatorName: "BlockStatement",
    replacement: "{\n}",
  };
  expect(describeMutant({ ...change, status: "Survived" })).toBe(
    "core/url/site-of.ts:7:3 survived: BlockStatement → { }",
  );
  expect(describeMutant({ ...change, status: "NoCoverage" })).toBe(
    "core/url/site-of.ts:7:3 not run by a test: BlockStatement → { }",
  );
});

test("a folder and a file are judged by the tests of the same folder", () => {
  expect([testsOf("core/url", true), testsOf("core/url/site-of.ts", false)]).toEqual([
    "test/core/url/**/*.test.ts",
    "test/core/url/**/*.test.ts",
  ]);
});

test("a file is changed everywhere, or in every few of its lines", () => {
  expect(linesToChange("core/url/site-of.ts", 1)).toEqual(["core/url/site-of.ts"]);
  expect(linesToChange("core/url/site-of.ts", 5)).toEqual([
    "core/url/site-of.ts:5-5",
    "core/url/site-of.ts:10-10",
  ]);
});
