// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { QualityMark } from "../../../components/articles/QualityMark.tsx";
import type { OutletQuality } from "../../../core/coverage/coverage.ts";
import { article } from "../answers.ts";
import { show, textOf } from "../kit/english.tsx";

const mark = (quality: number | null, outletQuality: OutletQuality | null) =>
  show(
    <QualityMark article={{ ...article("The Gazette", { quality }), outletQuality }} />,
  ).querySelector(".quality");

describe("an unrated article of an outlet with rated articles", () => {
  const OF_OUTLET = { median: 62, rated: 12 };

  test("has the outlet's median, marked as the outlet's", () => {
    const help =
      "Middle value (median) of 12 rated articles of The Gazette in your data; this article itself is not rated";
    expect(textOf(mark(null, OF_OUTLET))).toBe(`Outlet: 62. ${help}`);
    expect(
      mark(null, OF_OUTLET)
        ?.getAttribute("title")
        ?.replaceAll(/[\u2068\u2069]/g, ""),
    ).toBe(help);
  });

  test("has no third and no value of its own", () => {
    const shown = mark(null, OF_OUTLET);
    expect(shown?.querySelector(".quality-number, .quality-band, .quality-bars")).toBeNull();
  });
});

test("an unrated article of an outlet without rated articles is “Not rated”", () => {
  expect(textOf(mark(null, null))).toBe("Not rated");
});
