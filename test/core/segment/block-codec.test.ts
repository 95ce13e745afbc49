import { describe, expect, test } from "vitest";
import { DamagedBlockError, decodeBlock, encodeBlock } from "../../../core/segment/block-codec.ts";

test.each([
  ["an object", { a: [1, null, "é 😀"] }],
  ["an empty list", []],
  ["text", ""],
  ["null", null],
])("%s comes back as it was", (_, value) => {
  expect(decodeBlock("x", encodeBlock(value))).toEqual(value);
});

test("a block is its checksum, big-endian, and JSON", () => {
  // MurmurHash3 of “1” is 0x9416ac93.
  expect([...encodeBlock(1)]).toEqual([0x94, 0x16, 0xac, 0x93, 0x31]);
});

test("a block may lie inside a larger buffer", () => {
  const bytes = encodeBlock({ a: 1 });
  const buffer = new Uint8Array(bytes.length + 7);
  buffer.set(bytes, 5);
  expect(decodeBlock("x", buffer.subarray(5, 5 + bytes.length))).toEqual({ a: 1 });
});

describe("damage is noticed", () => {
  const bytes = encodeBlock(["some", "articles"]);

  test("wherever a bit is flipped", () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => decodeBlock("docs/3", flipped)).toThrow(DamagedBlockError);
    }
  });

  test("wherever the block is cut", () => {
    for (let length = 0; length < bytes.length; length++)
      expect(() => decodeBlock("docs/3", bytes.subarray(0, length))).toThrow(DamagedBlockError);
  });

  test("when something follows the block", () => {
    expect(() => decodeBlock("docs/3", Uint8Array.of(...bytes, 0x20))).toThrow(DamagedBlockError);
  });

  test("and named", () => {
    expect(() => decodeBlock("docs/3", new Uint8Array(40))).toThrow("block docs/3 is damaged");
  });
});
