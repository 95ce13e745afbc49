import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../../core/durations.ts";
import { unsealBytes } from "../../../core/segment/block-codec.ts";
import { TimeTable } from "../../../core/story-index/time-table.ts";

const DAY = Date.UTC(2022, 3, 14);

describe("a table of times", () => {
  // Two articles without a time, then one every hour for four hours.
  const table = TimeTable.of(2, [DAY, DAY + HOUR, DAY + 2 * HOUR, DAY + 3 * HOUR]);

  test("knows when an article was published, to the hour", () => {
    expect([0, 1, 2, 3, 5].map((ordinal) => table.timeOf(ordinal))).toEqual([
      null,
      null,
      DAY,
      DAY + HOUR,
      DAY + 3 * HOUR,
    ]);
  });

  test("knows at which ordinal a time begins", () => {
    expect(table.ordinalAt(DAY - HOUR)).toBe(2);
    expect(table.ordinalAt(DAY + 2 * HOUR)).toBe(4);
    expect(table.ordinalAt(DAY + 100 * HOUR)).toBe(6);
  });

  test("knows an ordinal from which on all articles of a time are found", () => {
    expect(table.ordinalBefore(DAY + 3 * HOUR)).toBe(3);
    expect(table.ordinalBefore(DAY)).toBe(2);
  });

  test("treats an unknown time as the latest", () => {
    expect(table.ordinalAt(null)).toBe(6);
  });

  test("reads as it was written, before 1970 too", () => {
    const old = TimeTable.of(0, [Date.UTC(1969, 6, 20), DAY]);
    const read = TimeTable.read(unsealBytes("times", old.encode()));
    expect([read.timeOf(0), read.timeOf(1)]).toEqual([Date.UTC(1969, 6, 20), DAY]);
  });

  test("of a million articles takes less than 25 kB, and is off by less than two hours where articles come evenly", () => {
    const times = Float64Array.from({ length: 1_000_000 }, (_, i) => DAY + i * MINUTE);
    const large = TimeTable.of(0, times);
    expect(large.encode().length).toBeLessThan(25_000);
    expect(Math.abs((large.timeOf(654_321) ?? 0) - (DAY + 654_321 * MINUTE))).toBeLessThan(
      2 * HOUR,
    );
  });

  test("of no articles is empty", () => {
    expect(TimeTable.read(unsealBytes("times", TimeTable.of(0, []).encode())).ordinalAt(DAY)).toBe(
      0,
    );
  });
});
