import { expect, test } from "vitest";
import { isTarHeader } from "../../../../core/import/archives/tar-header.ts";

/** A header of a file `a` with what is in the field of its sum. */
function header(sum: string): Uint8Array {
  const bytes = new Uint8Array(512);
  bytes[0] = 97;
  bytes.set(new TextEncoder().encode(sum), 148);
  return bytes;
}

// 97 for the name, and 8 × 32 for the field of the sum, which counts as blanks: 353, or 541 in octal.
test.each([
  ["000541\0 ", true],
  ["   541\0\0", true],
  ["541 \0\0\0\0", true],
  ["541", true],
  ["542", false],
  ["353", false],
  ["549", false],
  ["x541", false],
  ["541x", false],
  ["", false],
])("a sum %j is that of the header: %s", (sum, expected) => {
  expect(isTarHeader(header(sum))).toBe(expected);
});

test("a header has 512 bytes, what follows does not count, and the first is not zero", () => {
  expect(isTarHeader(header("541").subarray(0, 511))).toBe(false);
  expect(isTarHeader(Uint8Array.of(...header("541"), 1, 2, 3))).toBe(true);
  const empty = header("400");
  empty[0] = 0;
  expect(isTarHeader(empty)).toBe(false);
});
