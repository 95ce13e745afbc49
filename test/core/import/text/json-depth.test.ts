import { expect, test } from "vitest";
import { isShallow } from "../../../../core/import/text/json-depth.ts";

const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const LONG = " ".repeat(64);

test.each([
  ["64 levels of lists", nested(64), true],
  ["65 levels of lists", nested(65), false],
  ["64 brackets, which are too few to matter", "[".repeat(64), true],
  ["65 levels of objects", `${'{"a":'.repeat(65)}1${"}".repeat(65)}`, false],
  ["64 levels of objects", `${'{"a":'.repeat(64)}1${"}".repeat(64)}`, true],
  ["many lists that end", `[${nested(1).repeat(100)}]`, true],
  ["many objects that end", "{}".repeat(100), true],
  ["brackets in a string", `"${"[".repeat(100)}"`, true],
  ["brackets after an escaped quote", `"\\"${"[".repeat(100)}"`, true],
  ["brackets after a string that ends with a backslash", `"\\\\"${"[".repeat(100)}`, false],
  ["brackets after a string", `"a"${"[".repeat(100)}`, false],
  ["a string that does not end", `${LONG}"${"[".repeat(100)}`, true],
  ["nothing", "", true],
])("%s: %s", (_, text, expected) => {
  expect(isShallow(text)).toBe(expected);
});
