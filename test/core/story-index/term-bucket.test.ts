import { describe, expect, test } from "vitest";
import { DamagedBlockError } from "../../../core/segment/block-codec.ts";
import {
  decodePiece,
  encodePiece,
  encodeTermBucket,
  findTerms,
} from "../../../core/story-index/term-bucket.ts";

const ROWS = [
  { ordinal: 3, weight: 10 },
  { ordinal: 900, weight: 255 },
];

describe("a bucket of terms", () => {
  const bytes = encodeTermBucket([
    [5, { kind: "whole", total: 4, rows: ROWS }],
    [1_000_000_000, { kind: "pieces", total: 700, starts: [0, 512] }],
  ]);

  test("gives the list of a key, and how many articles have the key in all", () => {
    expect(findTerms("terms/0", bytes, [5])).toEqual([{ kind: "whole", total: 4, rows: ROWS }]);
  });

  test("says where the pieces of a long list begin", () => {
    expect(findTerms("terms/0", bytes, [1_000_000_000])).toEqual([
      { kind: "pieces", total: 700, starts: [0, 512] },
    ]);
  });

  test("has nothing on other keys", () => {
    expect(findTerms("terms/0", bytes, [4, 6, 2 ** 30 - 1])).toEqual([null, null, null]);
  });

  test("may be empty", () => {
    expect(findTerms("terms/0", encodeTermBucket([]), [5])).toEqual([null]);
  });

  test("that was damaged is noticed", () => {
    const damaged = bytes.with(9, (bytes[9] ?? 0) ^ 1);
    expect(() => findTerms("terms/0", damaged, [5])).toThrow(DamagedBlockError);
  });
});

test("a piece of a list reads as it was written", () => {
  expect(decodePiece("postings/5/0", encodePiece(ROWS))).toEqual(ROWS);
});
