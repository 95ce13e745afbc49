import { expect, test } from "vitest";
import { checksum, murmur3 } from "../../core/hash.ts";

// Published vectors of the same hash; those of "aa" and "abc" by a second implementation.
test.each([
  ["", 0],
  ["a", 0x3c2569b2],
  ["aa", 0x371091a9],
  ["abc", 0xb3dd93fa],
  ["test", 0xba6bd213],
  ["Hello, world!", 0xc0363e43],
  ["The quick brown fox jumps over the lazy dog", 0x2e4ff723],
])("the checksum of the bytes of “%s” is MurmurHash3's", (text, sum) => {
  expect(checksum(new TextEncoder().encode(text))).toBe(sum);
});

test("a checksum is that of the bytes, wherever they lie", () => {
  const bytes = new TextEncoder().encode("xyzzy foobar");
  expect([1, 2, 3, 6].map((from) => checksum(bytes.subarray(from)))).toEqual(
    [1, 2, 3, 6].map((from) => checksum(bytes.slice(from))),
  );
});

test("a checksum detects every flipped bit", () => {
  const bytes = new TextEncoder().encode("Ukraine's Scanning Faces");
  const sums = Array.from({ length: bytes.length * 8 }, (_, bit) => {
    const damaged = bytes.slice();
    damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return checksum(damaged);
  });
  expect(sums).not.toContain(checksum(bytes));
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
