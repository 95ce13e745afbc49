import { expect, test } from "vitest";
import { rarityByte, rarityOf } from "../../../../core/story/match/rarities.ts";

test.each([
  ["every article", 1000, 1000, 0],
  ["one in ten", 100, 1000, 37],
  ["one of a million", 1, 1_000_000, 221],
  ["none", 0, 1000, 111],
])("what is in %s", (_, frequency, articles, byte) => {
  expect(rarityByte(frequency, articles)).toBe(byte);
});

test("a byte holds a logarithm", () => {
  expect(rarityOf(rarityByte(100, 1000))).toBeCloseTo(Math.log(10), 1);
});
