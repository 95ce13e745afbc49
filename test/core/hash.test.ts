import { expect, test } from "vitest";
import { fnv1a, murmur3 } from "../../core/hash.ts";

// Vectors of draft-eastlake-fnv, appendix C.
test.each([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
])("the hash of the bytes of “%s” is FNV-1a's", (text, hash) => {
  expect(fnv1a(new TextEncoder().encode(text))).toBe(hash);
});

// Published vectors of MurmurHash3 x86 32, their bytes taken as UTF-16 code units, low byte first.
test.each([
  ["", 0, 0],
  ["", 1, 0x514e28b7],
  ["", 0xffffffff, 0x81f16f39],
  ["\u4321\u8765", 0, 0xf55b516b],
  ["\u4321\u8765", 0x5082edee, 0x2362f9de],
  ["\u4321", 0, 0xa0f7b07a],
  ["\0\0", 0, 0x2362f9de],
  ["\u6161\u6161", 0x9747b28c, 0x5a97808a],
  ["\u6261\u6463", 0x9747b28c, 0xf0478627],
])("the hash of %j under seed %i is MurmurHash3's", (text, seed, hash) => {
  expect(murmur3(text, seed)).toBe(hash);
});

test("text of any length is hashed to its end", () => {
  expect(["a", "ab", "abc", "é🙂"].map((text) => murmur3(text, 0x9747b28c))).toEqual([
    0xaaa95179, 0x15eb70bc, 0x9dc7633e, 0x5bbd442f,
  ]);
});
