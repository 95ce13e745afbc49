import { describe, expect, test } from "vitest";
import { DamagedBlockError } from "../../../core/segment/block-codec.ts";
import { ByteCursor } from "../../../core/story-index/byte-cursor.ts";
import { ByteWriter } from "../../../core/story-index/byte-writer.ts";

const BYTES = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);

test("reading begins at the given place, and may end at the end", () => {
  expect(new ByteCursor(BYTES, 4).uint32()).toBe(0x05060708);
  expect(new ByteCursor(BYTES, 7).byte()).toBe(8);
  expect([...new ByteCursor(BYTES, 5).bytes(3)]).toEqual([6, 7, 8]);
  const cursor = new ByteCursor(BYTES);
  cursor.float64();
  expect([cursor.at, cursor.isAtEnd]).toEqual([8, true]);
  expect(new ByteCursor(BYTES, 7).isAtEnd).toBe(false);
});

test("bytes may lie inside a larger buffer", () => {
  expect(new ByteCursor(BYTES.subarray(2, 6)).uint32()).toBe(0x03040506);
});

describe("reading past the end is an error", () => {
  test.each<[string, number, (cursor: ByteCursor) => unknown]>([
    ["of a byte", 8, (cursor) => cursor.byte()],
    ["of four bytes", 5, (cursor) => cursor.uint32()],
    ["of eight bytes", 1, (cursor) => cursor.float64()],
    ["of some bytes", 5, (cursor) => cursor.bytes(4)],
    ["of a number whose end is missing", 0, () => new ByteCursor(Uint8Array.of(0x80)).varint()],
  ])("%s", (_, at, read) => {
    expect(() => read(new ByteCursor(BYTES, at))).toThrow(
      new DamagedBlockError("of a story index"),
    );
  });

  test("also inside a larger buffer", () => {
    expect(() => new ByteCursor(BYTES.subarray(0, 3)).uint32()).toThrow(DamagedBlockError);
  });
});

describe("a writer grows", () => {
  test("byte by byte, and keeps what was written", () => {
    const writer = new ByteWriter();
    for (let i = 0; i < 1000; i++) writer.byte(i % 251);
    expect(writer.length).toBe(1000);
    expect([...writer.take()]).toEqual(Array.from({ length: 1000 }, (_, i) => i % 251));
    expect(writer.length).toBe(0);
  });

  test("at once for many bytes", () => {
    const writer = new ByteWriter();
    writer.byte(7);
    writer.bytes(new Uint8Array(5000).fill(9));
    writer.uint32(1);
    writer.float64(2);
    const taken = writer.take();
    expect(taken.length).toBe(5013);
    expect([taken[0], taken[5000], new ByteCursor(taken, 5005).float64()]).toEqual([7, 9, 2]);
  });

  test("at the very end of its room", () => {
    for (const before of [252, 253, 256]) {
      const writer = new ByteWriter();
      writer.bytes(new Uint8Array(before));
      writer.uint32(0x01020304);
      writer.float64(0.5);
      const cursor = new ByteCursor(writer.take(), before);
      expect([cursor.uint32(), cursor.float64()]).toEqual([0x01020304, 0.5]);
    }
  });
});
