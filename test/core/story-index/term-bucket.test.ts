import { describe, expect, test } from "vitest";
import { DamagedBlockError } from "../../../core/segment/block-codec.ts";
import {
  decodePiece,
  encodePiece,
  encodeTermBucket,
  findTerms,
  type TermEntry,
} from "../../../core/story-index/term-bucket.ts";

const ROWS = { ordinals: [3, 900], weights: [10, 255] };

/** What a bucket has on some keys. */
function find(bytes: Uint8Array, keys: readonly number[]): [number, TermEntry][] {
  const found = new Map<number, TermEntry>();
  findTerms("terms/0", bytes, keys, found);
  return [...found];
}

describe("a bucket of terms", () => {
  const bytes = encodeTermBucket([
    [5, { kind: "whole", total: 4, rows: ROWS }],
    [1_000_000_000, { kind: "pieces", total: 700, starts: [0, 512] }],
  ]);

  test("gives the list of a key, and how many articles have the key in all", () => {
    expect(find(bytes, [5])).toEqual([[5, { kind: "whole", total: 4, rows: ROWS }]]);
  });

  test("says where the pieces of a long list begin", () => {
    expect(find(bytes, [1_000_000_000])).toEqual([
      [1_000_000_000, { kind: "pieces", total: 700, starts: [0, 512] }],
    ]);
  });

  test("has nothing on other keys", () => {
    expect(find(bytes, [4, 6, 2 ** 30 - 1])).toEqual([]);
  });

  test("may be empty", () => {
    expect(find(encodeTermBucket([]), [5])).toEqual([]);
  });

  test("that was damaged is noticed", () => {
    const damaged = bytes.with(9, (bytes[9] ?? 0) ^ 1);
    expect(() => find(damaged, [5])).toThrow(DamagedBlockError);
  });
});

test("a piece of a list reads as it was written", () => {
  expect(decodePiece("postings/5/0", encodePiece(ROWS))).toEqual(ROWS);
});
