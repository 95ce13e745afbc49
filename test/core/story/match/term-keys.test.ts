import { expect, test } from "vitest";
import { termKeyHash } from "../../../../core/story/match/term-hash.ts";
import { termKeys, weightiestKeys } from "../../../../core/story/match/term-keys.ts";

test("a key has the weight of its heaviest term, in whatever order they come", () => {
  const terms = [
    { text: "bridges", weight: 50 },
    { text: "bridge", weight: 80 },
    { text: "bridged", weight: 60 },
  ];
  expect([...termKeys(terms)]).toEqual([[termKeyHash("bridg"), 80]]);
});

test("a country weighs as much as the first word of a headline", () => {
  expect([...termKeys([{ text: "=SE", weight: 7 }])]).toEqual([[termKeyHash("=SE"), 100]]);
});

test("the keys with the highest weight times rarity come first, and the others are left out", () => {
  const keys = new Map([
    [1, 10],
    [2, 100],
    [3, 50],
    [4, 1],
  ]);
  const rarities = { key: (key: number) => (key === 1 ? 90 : 10) };
  expect(weightiestKeys(keys, rarities, 3)).toEqual([2, 1, 3]);
});
