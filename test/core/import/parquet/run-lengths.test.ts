import { describe, expect, test } from "vitest";
import { checkRuns } from "../../../../core/import/parquet/run-lengths.ts";

/** Checks bytes as the numbers of a page with so many values. */
const check = (values: number, width: number, bytes: readonly number[]) =>
  checkRuns({ bytes: Uint8Array.from(bytes), start: 0, end: bytes.length, width }, values);
const TOO_LONG = "damaged Parquet file: a run is too long";

describe("runs of one number", () => {
  test("may be as long as the page", () => {
    expect(() => check(3, 1, [3 << 1, 1])).not.toThrow();
    expect(() => check(3, 1, [4 << 1, 1])).toThrow(TOO_LONG);
  });

  test("count together, each with its number in as many bytes as it needs", () => {
    for (const width of [1, 8]) {
      expect(() => check(5, width, [2 << 1, 1, 3 << 1, 1])).not.toThrow();
      expect(() => check(5, width, [2 << 1, 1, 4 << 1, 1])).toThrow(TOO_LONG);
    }
    for (const width of [9, 16]) {
      expect(() => check(5, width, [2 << 1, 255, 255, 3 << 1, 1, 0])).not.toThrow();
      expect(() => check(5, width, [2 << 1, 0, 0, 4 << 1, 1, 0])).toThrow(TOO_LONG);
    }
  });

  test("may have a length of several bytes", () => {
    // 300 numbers: 600 is 0b100_1011000.
    expect(() => check(300, 1, [0b1101_1000, 0b100, 1])).not.toThrow();
    expect(() => check(299, 1, [0b1101_1000, 0b100, 1])).toThrow(TOO_LONG);
  });

  test("may have a length that no file has", () => {
    expect(() => check(1000, 1, [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 1])).toThrow(TOO_LONG);
  });
});

describe("packed numbers", () => {
  test("come in groups of eight, which may be more than the page has", () => {
    expect(() => check(3, 1, [(1 << 1) | 1, 0b101])).not.toThrow();
  });

  test("take as many bytes a group as a number has bits", () => {
    const group = [(1 << 1) | 1, 0xff, 0xff, 0xff];
    expect(() => check(10, 3, [...group, 2 << 1, 1])).not.toThrow();
    expect(() => check(10, 3, [...group, 3 << 1, 1])).toThrow(TOO_LONG);
  });
});

test("what is after the numbers of a page, or beyond its bytes, is not looked at", () => {
  expect(() => check(2, 1, [2 << 1, 1, 0xfe, 0xff, 0x0f])).not.toThrow();
  const bytes = Uint8Array.of(0xff, 2 << 1, 1, 9 << 1);
  expect(() => checkRuns({ bytes, start: 1, end: 3, width: 1 }, 4)).not.toThrow();
  expect(() => checkRuns({ bytes, start: 1, end: 4, width: 1 }, 4)).toThrow(TOO_LONG);
});
