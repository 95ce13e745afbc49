import { describe, expect, test } from "vitest";
import {
  BUNDLED_DATA_FILE,
  dataSetInfo,
  dataSetManifest,
  outletDirectory,
  siteAccess,
} from "../../../core/data-set/data-set.ts";
import { LIVE_DATA_SET_ID } from "../../../core/data-set/live-data-set.ts";
import { dataSetOf, MANIFEST, record } from "../../fixtures/records.ts";

describe("a manifest", () => {
  test.each([
    ["an id in capitals", { id: "Made-Up" }],
    ["an id of a path", { id: "../x" }],
    ["an id that ends in a path", { id: "made-up/x" }],
    ["an id that begins with a hyphen", { id: "-made-up" }],
    ["no id", { id: "" }],
    ["an id of 65 characters", { id: "a".repeat(65) }],
    ["no name", { name: "" }],
    ["a name of 101 characters", { name: "n".repeat(101) }],
    ["no licence", { licence: undefined }],
    ["a description of 1001 characters", { description: "d".repeat(1001) }],
    ["a licence of 1001 characters", { licence: "l".repeat(1001) }],
    ["a source of 1001 characters", { source: "s".repeat(1001) }],
  ])("with %s is refused", (_, change) => {
    expect(dataSetManifest.safeParse({ ...MANIFEST, ...change }).success).toBe(false);
  });

  test("without fields is refused", () => {
    expect(dataSetManifest.safeParse({}).success).toBe(false);
  });

  test.each([
    ["an id of one digit", { id: "7" }],
    ["an id of 64 characters", { id: "a".repeat(64) }],
    ["a name of one letter", { name: "n" }],
    ["a name of 100 characters", { name: "n".repeat(100) }],
    ["texts of 1000 characters", { description: "d".repeat(1000), licence: "l".repeat(1000) }],
    ["empty texts, where nothing is known", { description: "", licence: "", source: "" }],
  ])("may have %s", (_, change) => {
    const manifest = { ...MANIFEST, ...change };
    expect(dataSetManifest.parse(manifest)).toEqual(manifest);
  });
});

test.each(["sites", "all", "toolbar"])("the sidebar may show up on: %s", (access) => {
  expect(siteAccess.parse(access)).toBe(access);
});

test("the sidebar may show up nowhere else", () => {
  expect(siteAccess.safeParse("everywhere").success).toBe(false);
});

describe("what views show about a data set", () => {
  const info = { ...MANIFEST, version: "01a7efe6", from: 1, to: 2, records: 3 };

  test("may have no times", () => {
    expect(dataSetInfo.parse({ ...info, from: null, to: null })).toEqual({
      ...info,
      from: null,
      to: null,
    });
  });

  test.each(["id", "version", "from", "to", "records"])("does not lack %s", (field) => {
    expect(dataSetInfo.safeParse({ ...info, [field]: undefined }).success).toBe(false);
  });
});

describe("the outlets of a data set", () => {
  const { records: _, ...whole } = dataSetOf([record("https://a.example/1")]);

  test("are read as they were written", () => {
    expect(outletDirectory.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  test.each([
    ["a host without its site", { sites: [["a.example"]] }],
    ["an outlet without its name", { outlets: [["a.example"]] }],
    ["a pattern that is no text", { patterns: [7] }],
    ["no name of the data set", { info: { id: "made-up" } }],
  ])("are refused with %s", (_, change) => {
    expect(outletDirectory.safeParse({ ...whole, ...change }).success).toBe(false);
  });
});

test("names that lie in built extensions and in databases do not change", () => {
  expect([BUNDLED_DATA_FILE, LIVE_DATA_SET_ID]).toEqual(["bundled.dataset", "live"]);
});
