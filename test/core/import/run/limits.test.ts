import { describe, expect, test } from "vitest";
import { LIMITS, UnpackMeter } from "../../../../core/import/run/limits.ts";

const limits = { ...LIMITS, unpackedBytes: 1000, ratio: 10, ratioFromBytes: 100 };

test("the limits are far above what real files need", () => {
  expect(LIMITS).toEqual({
    unpackedBytes: 8_589_934_592,
    ratio: 200,
    ratioFromBytes: 67_108_864,
    entries: 1_000_000,
    markdownBytes: 33_554_432,
    wholeMemberBytes: 536_870_912,
    lineLength: 16_777_216,
    rowLength: 1_048_576,
  });
});

describe("unpacked bytes are counted", () => {
  test("over all files, up to the limit", () => {
    const meter = new UnpackMeter(limits);
    for (let file = 0; file < 10; file++) {
      meter.begin(50);
      meter.count(100);
    }
    meter.begin(50);
    expect(() => meter.count(1)).toThrow("expected at most 1000 bytes when unpacked");
  });

  test("for each file, up to ten times its size", () => {
    const meter = new UnpackMeter(limits);
    meter.begin(20);
    meter.count(150);
    meter.count(50);
    expect(() => meter.count(1)).toThrow("expected at most 10 times its size when unpacked");
  });

  test("of a small file, up to a hundred bytes", () => {
    const meter = new UnpackMeter(limits);
    meter.begin(1);
    meter.count(100);
    expect(() => meter.count(1)).toThrow("10 times its size");
  });

  test("from zero for the next file", () => {
    const meter = new UnpackMeter(limits);
    meter.begin(20);
    meter.count(200);
    meter.begin(20);
    expect(() => meter.count(200)).not.toThrow();
  });

  test("and what exceeds a limit ends the whole input", () => {
    const meter = new UnpackMeter({ ...limits, unpackedBytes: 0 });
    expect(() => meter.count(1)).toThrow(expect.objectContaining({ scope: "input" }));
  });
});
