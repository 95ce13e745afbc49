import { expect, test } from "vitest";
import { termHash, termKeyHash, trigramHashes } from "../../../../core/story/match/term-hash.ts";

// Story indexes keep hashes on disk: a change of these values asks for a new STORY_FORMAT_VERSION.
test("hashes are these numbers", () => {
  expect(termHash("bridge")).toBe(581645893);
  expect(termHash("")).toBe(156331910);
  expect(termKeyHash("sea")).toBe(526774244);
  expect(trigramHashes("sea")).toEqual([310764073, 599551870, 754521878]);
  expect(trigramHashes("a")).toEqual([133288184]);
});

test("words with the same five letters at the beginning have one key", () => {
  expect(termKeyHash("bridge")).toBe(492567997);
  expect(termKeyHash("bridg")).toBe(492567997);
  expect(termKeyHash("brid")).not.toBe(492567997);
});
