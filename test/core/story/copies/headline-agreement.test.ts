import { describe, expect, test } from "vitest";
import {
  agreement,
  contentStems,
  differInSeries,
} from "../../../../core/story/copies/headline-agreement.ts";

describe("the content words of a text", () => {
  test("are known by their first five letters, so that two forms of a word are one", () => {
    expect([...contentStems(["bridges", "bridge", "closed"])]).toEqual(["bridg", "close"]);
  });

  test("are figures as they are, however short or long", () => {
    expect([...contentStems(["7", "2500000"])]).toEqual(["7", "2500000"]);
  });

  test("are neither words of two letters nor those of grammar", () => {
    expect([...contentStems(["uk", "after", "the", "ban"])]).toEqual(["ban"]);
  });
});

describe("two headlines agree", () => {
  test("by the share of the shorter one's words that the other has", () => {
    expect(agreement(new Set(["a", "b"]), new Set(["b", "c", "d", "e"]))).toBe(0.5);
  });

  test("in nothing when one of them has no content words", () => {
    expect(agreement(new Set(), new Set(["a"]))).toBe(0);
  });
});

describe("two headlines are parts of a series", () => {
  test("when each has a figure that the other lacks", () => {
    expect(differInSeries(["episode", "4"], ["episode", "5"])).toBe(true);
  });

  test("but not when only one has a figure", () => {
    expect(differInSeries(["episode"], ["episode", "5"])).toBe(false);
    expect(differInSeries(["episode", "5"], ["episode"])).toBe(false);
  });
});
