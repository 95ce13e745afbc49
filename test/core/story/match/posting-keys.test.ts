import { expect, test } from "vitest";
import { postingKeys } from "../../../../core/story/match/posting-keys.ts";
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
