import { expect, test } from "vitest";
import { describeProblem, shortValue } from "../../../core/record/problem.ts";

test("a problem is described in one line", () => {
  expect(
    describeProblem({
      file: "data/x.md",
      line: 12,
      field: "webUrl",
      severity: "rejected",
      message: "expected an http or https address",
      found: '"ftp://x"',
    }),
  ).toBe('data/x.md:12: webUrl: rejected: expected an http or https address, found "ftp://x"');
});

test("line, field and value are left out when they are missing", () => {
  expect(
    describeProblem({
      file: "x.jsonl",
      line: null,
      field: "",
      severity: "rejected",
      message: "expected a record with named fields",
      found: "",
    }),
  ).toBe("x.jsonl: rejected: expected a record with named fields");
});

test.each([
  ["text", "a\n", '"a\\n"'],
  ["a number", 59, "59"],
  ["a number without end", Number.POSITIVE_INFINITY, "Infinity"],
  ["nothing", undefined, "undefined"],
  ["a list", [1, "b"], '[1,"b"]'],
  ["text of 78 characters", "x".repeat(78), `"${"x".repeat(78)}"`],
  ["longer text", "x".repeat(79), `"${"x".repeat(78)}…`],
])("%s is shown as JSON of at most 80 characters", (_, value, shown) => {
  expect(shortValue(value)).toBe(shown);
  expect(shown.length).toBeLessThanOrEqual(80);
});
