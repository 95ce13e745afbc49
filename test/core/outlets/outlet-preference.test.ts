import { describe, expect, test } from "vitest";
import {
  MAX_PREFERENCES,
  type OutletPreference,
  withPreference,
  withPreferences,
} from "../../../core/outlets/outlet-preference.ts";
import { preferenceFinder } from "../../../core/outlets/preference-finder.ts";

const COAST = { name: "Coast", domain: "coast.example" };
const HIDDEN: OutletPreference = { ...COAST, preference: "hidden" };

describe("an outlet", () => {
  test("is hidden or preferred, but not both", () => {
    const hidden = withPreference([], COAST, "hidden");
    expect(hidden).toEqual([HIDDEN]);
    expect(withPreference(hidden, COAST, "preferred")).toEqual([
      { ...COAST, preference: "preferred" },
    ]);
  });

  test("leaves no trace once it is treated like any other", () => {
    expect(withPreference([HIDDEN], COAST, null)).toEqual([]);
  });

  test("is one outlet on all its domains", () => {
    const [bbc] = withPreference([], { name: "BBC", domain: "bbc.co.uk" }, "preferred");
    expect(bbc?.domain).toBe("bbc.com");
    const preferenceOf = preferenceFinder(bbc === undefined ? [] : [bbc]);
    expect([preferenceOf("bbc.co.uk"), preferenceOf("bbc.com"), preferenceOf("cbc.ca")]).toEqual([
      "preferred",
      "preferred",
      null,
    ]);
  });

  test("is not added to a full list", () => {
    const full = Array.from({ length: MAX_PREFERENCES }, (_, i) => ({
      ...HIDDEN,
      domain: `outlet-${i}.example`,
    }));
    expect(withPreference(full, COAST, "hidden")).toEqual(full);
    expect(withPreference(full, { name: "", domain: "outlet-7.example" }, null)).toHaveLength(
      MAX_PREFERENCES - 1,
    );
  });
});

test("what the user has said of an outlet stays when others are added", () => {
  const added: OutletPreference[] = [
    { ...COAST, preference: "preferred" },
    { name: "Wire", domain: "wire.example", preference: "preferred" },
  ];
  expect(withPreferences([HIDDEN], added)).toEqual([HIDDEN, added[1]]);
});
