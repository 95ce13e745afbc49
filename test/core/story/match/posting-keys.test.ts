import { expect, test } from "vitest";
import {
  characterKey,
  characterKeys,
  postingKeys,
} from "../../../../core/story/match/posting-keys.ts";
import { termKeyHash } from "../../../../core/story/match/term-hash.ts";

const ALIKE = { key: () => 80 };

test("words with the same beginning have one key, with the weight of the first", () => {
  const terms = [
    { text: "bridge", weight: 100 },
    { text: "bridges", weight: 50 },
  ];
  expect(postingKeys(terms, ALIKE)).toEqual([{ key: termKeyHash("bridg"), weight: 179 }]);
});

test("an article is listed under 24 keys at most, the rare and heavy ones", () => {
  const terms = Array.from({ length: 32 }, (_, i) => ({ text: `w${i}`, weight: 100 }));
  const isCommon = new Set(terms.slice(0, 8).map(({ text }) => termKeyHash(text)));
  const filed = postingKeys(terms, { key: (key) => (isCommon.has(key) ? 5 : 80) });
  expect(filed).toHaveLength(24);
  expect(filed.some(({ key }) => isCommon.has(key))).toBe(false);
});

test("a weight is a byte", () => {
  expect(postingKeys([{ text: "weir", weight: 1000 }], ALIKE)[0]?.weight).toBe(255);
});

test("an article is listed under each character of its words in scripts without spaces, 24 at most", () => {
  const terms = ["nhk", "大桥", "桥关"].map((text) => ({ text }));
  expect(characterKeys(terms)).toEqual(["大", "桥", "关"].map(characterKey));
  expect(characterKey("桥")).not.toBe(termKeyHash("桥"));
  const many = Array.from({ length: 30 }, (_, i) => ({ text: String.fromCodePoint(0x4e00 + i) }));
  expect(characterKeys(many)).toEqual(many.slice(0, 24).map(({ text }) => characterKey(text)));
});
