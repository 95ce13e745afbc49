import { expect, test } from "vitest";
import { fnv1a, hashText } from "../../core/hash.ts";

// Vectors of draft-eastlake-fnv, appendix C.
test.each([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
])("the hash of “%s” is FNV-1a's", (text, hash) => {
  expect(hashText(text)).toBe(hash);
});

test("text is hashed as UTF-8", () => {
  expect(hashText("é")).toBe(fnv1a(Uint8Array.of(0xc3, 0xa9)));
});
