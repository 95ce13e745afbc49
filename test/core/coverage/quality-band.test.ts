import { describe, expect, test } from "vitest";
import { qualityBand } from "../../../core/coverage/quality-band.ts";

describe("the band of a quality", () => {
  test.each([
    [-5, "lower"],
    [0, "lower"],
    [40, "lower"],
    [40.1, "middle"],
    [80, "middle"],
    [81, "upper"],
    [189, "upper"],
  ])("%d lies in the %s third", (quality, band) => {
    expect(qualityBand(quality, { lower: 40, middle: 80 })).toBe(band);
  });

  test("is none without a rating, and without thirds", () => {
    expect(qualityBand(null, { lower: 40, middle: 80 })).toBeNull();
    expect(qualityBand(59, null)).toBeNull();
  });
});
