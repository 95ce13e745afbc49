import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSettings, settingsChange, settingsSchema } from "../../../core/settings/settings.ts";

const DEFAULTS = {
  sidebar: "open",
  remoteImages: false,
  sitesOff: [],
  keepsReadings: false,
  outletPreferences: [],
  sidebarWidth: 360,
  storyOrder: "match",
  liveDays: 30,
  liveMegabytes: 200,
};

describe("stored settings", () => {
  test.each([
    ["nothing", undefined],
    ["null", null],
    ["text", "open"],
    ["a number", 7],
    ["a list", []],
    ["a list of settings", [DEFAULTS]],
    ["an empty object", {}],
    ["settings of another program", { theme: "dark" }],
  ])("%s are the defaults", (_, stored) => {
    expect(parseSettings(stored)).toEqual(DEFAULTS);
  });

  test("are kept when they are valid", () => {
    const settings = {
      ...DEFAULTS,
      sidebar: "tab",
      remoteImages: true,
      sitesOff: ["futurism.com"],
      sidebarWidth: 640,
      storyOrder: "time",
      liveDays: 365,
      liveMegabytes: 50,
    };
    expect(parseSettings(settings)).toEqual(settings);
  });

  test.each([
    ["sidebar", "closed"],
    ["sidebar", 1],
    ["remoteImages", "true"],
    ["storyOrder", "size"],
    ["remoteImages", 1],
    ["sitesOff", "futurism.com"],
    ["sitesOff", [""]],
    ["sitesOff", [7]],
    ["sitesOff", ["x".repeat(254)]],
    ["sitesOff", Array(10_001).fill("futurism.com")],
    ["outletPreferences", [{ domain: "futurism.com", name: "Futurism" }]],
    ["outletPreferences", [{ domain: "https://x", name: "X", preference: "hidden" }]],
    ["outletPreferences", [{ domain: "x.example", name: "X", preference: "loved" }]],
    ["sidebarWidth", 279],
    ["sidebarWidth", 641],
    ["sidebarWidth", "360"],
    ["sidebarWidth", Number.NaN],
    ["sidebarWidth", Number.POSITIVE_INFINITY],
    ["liveDays", 8],
    ["liveMegabytes", "200"],
  ])("fall back one by one: an invalid %s does not affect the others (case %#)", (name, value) => {
    const stored = {
      ...DEFAULTS,
      sidebar: "off",
      remoteImages: true,
      sitesOff: ["a.example"],
      sidebarWidth: 400,
      liveDays: 7,
      liveMegabytes: 1000,
    };
    const fallback = Object.entries(DEFAULTS).filter(([field]) => field === name);
    expect(parseSettings({ ...stored, [name]: value })).toEqual({
      ...stored,
      ...Object.fromEntries(fallback),
    });
  });

  test("of any shape become valid settings without an error", () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const settings = parseSettings(stored);
        expect(settingsSchema.parse(settings)).toEqual(settings);
      }),
      { seed: 20220415, numRuns: 500 },
    );
  });

  test("do not share their lists", () => {
    expect(parseSettings({}).sitesOff).not.toBe(parseSettings({}).sitesOff);
  });
});

describe("a change of settings", () => {
  test.each([
    [{}],
    [{ sidebar: "open" }],
    [{ sidebar: "off" }],
    [{ remoteImages: true }],
    [{ sitesOff: ["futurism.com"], sidebarWidth: 280 }],
  ])("%j is accepted", (change) => {
    expect(settingsChange.parse(change)).toEqual(change);
  });

  test.each([
    [{ sidebar: "closed" }],
    [{ remoteImages: null }],
    [{ sitesOff: [""] }],
    [{ sidebarWidth: 641 }],
    [{ sidebarWidth: "360" }],
    [{ theme: "dark" }],
    [{ remoteImages: true, extra: 1 }],
    [[]],
    [null],
    ["open"],
  ])("%j is refused", (change) => {
    expect(settingsChange.safeParse(change).success).toBe(false);
  });
});
