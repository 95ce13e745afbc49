import { expect, test } from "vitest";
import { ByteCursor } from "../../../core/story-index/byte-cursor.ts";
import { ByteWriter } from "../../../core/story-index/byte-writer.ts";

test("numbers come back as they were written", () => {
  const writer = new ByteWriter();
  writer.byte(255);
  writer.uint32(4_000_000_000);
  writer.float64(-1.5);
  for (const number of [0, 127, 128, 300, 2 ** 31, Number.MAX_SAFE_INTEGER]) writer.varint(number);
  writer.bytes(Uint8Array.of(1, 2, 3));
  const cursor = new ByteCursor(writer.take());
  expect(cursor.byte()).toBe(255);
  expect(cursor.uint32()).toBe(4_000_000_000);
  expect(cursor.float64()).toBe(-1.5);
  expect(Array.from({ length: 6 }, () => cursor.varint())).toEqual([
    0, 127, 128, 300, 2_147_483_648, 9_007_199_254_740_991,
  ]);
  expect([...cursor.bytes(3)]).toEqual([1, 2, 3]);
  expect(cursor.isAtEnd).toBe(true);
});

test("a number below 128 takes one byte, one below 16,384 two", () => {
  const lengths = [127, 128, 16_383, 16_384].map((number) => {
    const writer = new ByteWriter();
    writer.varint(number);
    return writer.length;
  });
  expect(lengths).toEqual([1, 2, 2, 3]);
});

test("the bytes that were taken stay unchanged when the writer continues", () => {
  const writer = new ByteWriter();
  writer.byte(1);
  const first = writer.take();
  writer.byte(2);
  expect([...first]).toEqual([1]);
  expect([...writer.take()]).toEqual([2]);
});
