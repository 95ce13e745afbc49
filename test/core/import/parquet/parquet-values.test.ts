import { describe, expect, test } from "vitest";
import { PARSERS, plainValue } from "../../../../core/import/parquet/parquet-values.ts";

describe("a value of a Parquet file becomes what JSON would have", () => {
  test.each<[string, unknown, unknown]>([
    ["nothing", null, undefined],
    ["text", "x", "x"],
    ["yes or no", false, false],
    ["a whole number", 7n, 7],
    ["the largest whole number", 9_007_199_254_740_991n, 9_007_199_254_740_991],
    ["a whole number that is too large", 9_007_199_254_740_992n, "9007199254740992"],
    ["a negative one that is too large", -9_007_199_254_740_992n, "-9007199254740992"],
    ["a list", [1n, null, ["x"]], [1, undefined, ["x"]]],
    ["numbers of 32 bits", Int32Array.of(1, -2), [1, -2]],
    ["whole numbers of 64 bits", BigInt64Array.of(1n, -2n), [1, -2]],
    ["bytes", Uint8Array.of(1, 2, 3), "binary data of 3 bytes"],
    ["a time", new Date(0), "1970-01-01T00:00:00.000Z"],
    [
      "an object",
      { name: "A", n: 1n },
      new Map<string, unknown>([
        ["name", "A"],
        ["n", 1],
      ]),
    ],
  ])("%s", (_, value, plain) => {
    expect(plainValue(value)).toEqual(plain);
  });
});

describe("times and dates are text", () => {
  const { timestampFromMilliseconds, timestampFromMicroseconds } = PARSERS;
  const { timestampFromNanoseconds, dateFromDays, jsonFromBytes } = PARSERS;
  const NOON = 1_710_072_000_123n;

  test("in milliseconds, microseconds and nanoseconds", () => {
    const text = "2024-03-10T12:00:00.123Z";
    expect(timestampFromMilliseconds?.(NOON)).toBe(text);
    expect(timestampFromMicroseconds?.(NOON * 1000n + 999n)).toBe(text);
    expect(timestampFromNanoseconds?.(NOON * 1_000_000n + 999_999n)).toBe(text);
  });

  test("in days since 1970", () => {
    expect(dateFromDays?.(19_792)).toBe("2024-03-10");
    expect(dateFromDays?.(-1)).toBe("1969-12-31");
  });

  test("unless there is no such time: then the number is reported", () => {
    expect(timestampFromMilliseconds?.(10n ** 17n)).toBe("100000000000000000");
  });

  test("of JSON is what it says, or the text where that is none or too deep", () => {
    const parse = (text: string) => jsonFromBytes?.(new TextEncoder().encode(text));
    expect(parse('{"a":[1]}')).toEqual({ a: [1] });
    expect(parse("{oops")).toBe("{oops");
    const deep = "[".repeat(65) + "]".repeat(65);
    expect(parse(deep)).toBe(deep);
  });
});
