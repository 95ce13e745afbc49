import { describe, expect, test } from "vitest";
import {
  cleanDataSetName,
  freeDataSetName,
  isSameDataSetName,
} from "../../../core/data-set/data-set-name.ts";

describe("a name is kept", () => {
  test.each([
    ["without white space around it", "  Harbour ", "Harbour"],
    ["with one blank for many", "Harbour \t\n\u00a0 watch", "Harbour watch"],
    ["without overrides of direction", "Harbour\u202ehctaw\u202c", "Harbourhctaw"],
    ["without isolates of direction", "\u2067Harbour\u2069", "Harbour"],
    ["without marks of direction", "\u200fHar\u200ebour\u061c", "Harbour"],
    ["without control characters", "Har\u0000bo\u001bur\u009f", "Harbour"],
    ["with joiners, which some letters need", "می\u200cخواهم", "می\u200cخواهم"],
    ["as nothing when there is nothing to see", " \u200e\u0007 ", ""],
    ["as nothing when it is fillers and joiners alone", "\u3164 \u200b\u00ad", ""],
  ])("%s", (_, name, kept) => {
    expect(cleanDataSetName(name)).toBe(kept);
  });
});

describe("two names", () => {
  test.each([
    ["Café", "CAFÉ"],
    ["Café", "Cafe\u0301"],
    ["Harbour watch", "\u202eHarbour  watch"],
    ["Odd", "O\u200bdd"],
  ])("are the same: %j, %j", (one, other) => {
    expect(isSameDataSetName(one, other)).toBe(true);
  });

  test("are different when a letter differs", () => {
    expect(isSameDataSetName("Café", "Cafe")).toBe(false);
  });
});

describe("a name that is free", () => {
  test("is used as it is", () => {
    expect(freeDataSetName("Mine", ["Other"])).toBe("Mine");
  });

  test("gets the first unused number", () => {
    expect(freeDataSetName("Mine", ["mine", "Mine 2"])).toBe("Mine 3");
  });

  test("is no longer than a name may be", () => {
    const long = "x".repeat(100);
    expect(freeDataSetName(long, [long])).toBe(`${"x".repeat(98)} 2`);
  });
});
