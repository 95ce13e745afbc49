import { describe, expect, test } from "vitest";
import { DamagedBlockError, sealBytes } from "../../../core/segment/block-codec.ts";
import type { ArticlePlace } from "../../../core/segment/format.ts";
import {
  encodeUrlBucket,
  findInUrlBucket,
  fingerprintsInUrlBucket,
  placesInUrlBucket,
  type UrlEntry,
} from "../../../core/segment/url-bucket.ts";

const place = (start: number, related: number | null = null): ArticlePlace => ({
  start,
  length: 500,
  index: 3,
  related,
});

const OWN: UrlEntry = { own: place(7), namedBy: [], namedByCount: 0 };
const NAMED: UrlEntry = { own: null, namedBy: [place(9, 0), place(8, 2)], namedByCount: 2 };
const BOTH: UrlEntry = { own: place(7), namedBy: [place(9, 1)], namedByCount: 1 };
const OFTEN: UrlEntry = {
  own: null,
  namedBy: [place(4, 0), place(3, 0), place(2, 0), place(1, 0)],
  namedByCount: 70_000,
};
const FAR: UrlEntry = {
  own: { start: 2 ** 47, length: 2 ** 32 - 1, index: 4095, related: null },
  namedBy: [{ start: 2 ** 32 + 1, length: 1, index: 0, related: 65_533 }],
  namedByCount: 1,
};

const find = (bytes: Uint8Array, fingerprint: number) =>
  findInUrlBucket("urls/0", bytes, fingerprint);

describe("what is known under a key", () => {
  const bucket = encodeUrlBucket([
    [0, OWN],
    [1, NAMED],
    [2, BOTH],
    [0xfffffffe, OFTEN],
    [0xffffffff, FAR],
  ]);

  test.each([
    ["its own record", 0, OWN],
    ["records that name it", 1, NAMED],
    ["both", 2, BOTH],
    ["more records that name it than are kept", 0xfffffffe, OFTEN],
    ["places far into a large source", 0xffffffff, FAR],
  ])("comes back as it was: %s", (_, fingerprint, entry) => {
    expect(find(bucket, fingerprint)).toEqual(entry);
  });

  test("is nothing when nothing is known", () => {
    expect(find(bucket, 3)).toBeNull();
    expect(find(encodeUrlBucket([]), 0)).toBeNull();
  });
});

test("all keys of a bucket, and the places of all articles, can be listed", () => {
  const bucket = encodeUrlBucket([
    [5, BOTH],
    [0xffffffff, FAR],
    [6, OFTEN],
  ]);
  expect(fingerprintsInUrlBucket("urls/0", bucket)).toEqual(new Set([5, 0xffffffff, 6]));
  expect(placesInUrlBucket("urls/0", bucket)).toEqual([
    ...[place(7), place(9, 1)],
    ...[FAR.own, ...FAR.namedBy],
    ...[place(4, 0), place(3, 0), place(2, 0), place(1, 0)],
  ]);
});

test("a row takes 18 bytes, and a count takes one more row only when it is not the number of rows", () => {
  const rows = (entry: UrlEntry) => (encodeUrlBucket([[5, entry]]).length - 4) / 18;
  expect([OWN, NAMED, BOTH, OFTEN].map(rows)).toEqual([1, 2, 2, 5]);
});

describe("a damaged bucket is noticed", () => {
  const bytes = encodeUrlBucket([
    [1, OWN],
    [2, NAMED],
  ]);

  test("wherever a bit is flipped", () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => find(flipped, 1)).toThrow(DamagedBlockError);
    }
  });

  test("wherever it is cut", () => {
    for (let length = 0; length < bytes.length; length++)
      expect(() => find(bytes.subarray(0, length), 1)).toThrow(DamagedBlockError);
  });

  test("when it is not a whole number of rows", () => {
    expect(() => find(sealBytes(new Uint8Array(19)), 0)).toThrow("block urls/0 is damaged");
  });
});
