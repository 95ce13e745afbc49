import { describe, expect, test } from "vitest";
import {
  decodeTrailer,
  encodeTrailer,
  sizeByTrailer,
  TRAILER_BYTES,
} from "../../../core/data-set-file/trailer.ts";

const DIRECTORY = Uint8Array.of(1, 2, 3);

describe("the trailer of a data set file", () => {
  test("is 24 bytes: start, length and checksum of the directory, and SSDATA", () => {
    const trailer = encodeTrailer(0x1_0000_0002, DIRECTORY);
    expect(Buffer.from(trailer).toString("hex")).toBe(
      "0000000100000002" + "00000003" + "80d1d204" + "5353444154410d0a",
    );
  });

  test("is read back, also from the middle of a buffer", () => {
    const bytes = new Uint8Array(30);
    bytes.set(encodeTrailer(77, DIRECTORY), 3);
    const trailer = bytes.subarray(3, 3 + TRAILER_BYTES);
    expect(decodeTrailer(trailer)).toEqual({ start: 77, length: 3, checksum: 0x80d1d204 });
    expect(sizeByTrailer(trailer)).toBe(77 + 3 + 24);
  });

  test.each([
    ["of another length", new Uint8Array(23)],
    ["without SSDATA", new Uint8Array(24)],
    ["of nothing", new Uint8Array()],
    ["with a byte after it", Uint8Array.of(...encodeTrailer(77, DIRECTORY), 0)],
    ["with another last letter", encodeTrailer(77, DIRECTORY).with(21, 0x42)],
  ])("%s is none", (_, bytes) => {
    expect(decodeTrailer(bytes)).toBeNull();
    expect(sizeByTrailer(bytes)).toBeNull();
  });
});
