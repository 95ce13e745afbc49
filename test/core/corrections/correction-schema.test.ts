import { describe, expect, test } from "vitest";
import { parseCorrections } from "../../../core/corrections/correction-schema.ts";

const PAIR = {
  page: "a.example/1",
  article: "b.example/2",
  pageTitle: "The page",
  articleTitle: "The article",
  at: 1_650_000_000_000,
};

describe("stored corrections", () => {
  test.each([
    ["nothing", undefined],
    ["null", null],
    ["text", "a.example/1 b.example/2"],
    ["a number", 7],
    ["an object", { 0: PAIR, length: 1 }],
    ["an empty list", []],
  ])("%s are none", (_, stored) => {
    expect(parseCorrections(stored).pairs).toEqual([]);
  });

  test("are kept when they are valid", () => {
    expect(parseCorrections([PAIR]).pairs).toEqual([PAIR]);
  });

  test.each([
    ["null", null],
    ["text", "a.example/1"],
    ["one without an article", { ...PAIR, article: undefined }],
    ["one with an empty key", { ...PAIR, page: "" }],
    ["one with an over-long key", { ...PAIR, page: "x".repeat(4097) }],
    ["one with an over-long title", { ...PAIR, pageTitle: "x".repeat(301) }],
    ["one whose title is no text", { ...PAIR, articleTitle: 7 }],
    ["one said before 1970", { ...PAIR, at: -1 }],
    ["one said after the end of time", { ...PAIR, at: 8.64e15 + 1 }],
    ["one said at no time", { ...PAIR, at: Number.NaN }],
    ["one with a field more", { ...PAIR, verdict: "same-story" }],
    ["a page that is not its own story", { ...PAIR, article: PAIR.page }],
  ])("lose %s, and keep the others", (_, entry) => {
    expect(parseCorrections([entry, PAIR]).pairs).toEqual([PAIR]);
  });
});
