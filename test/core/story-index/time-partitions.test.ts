import { describe, expect, test } from "vitest";
import { TimeSample } from "../../../core/story-index/time-partitions.ts";

/** How many of some times go to each partition, in the order they come. */
function placed(times: readonly (number | null)[], articlesInPartition: number) {
  const sample = new TimeSample();
  for (const time of times) sample.add(time);
  const partitions = sample.partitions(articlesInPartition);
  const found = times.map((time) => ({ time, partition: partitions.place(time) }));
  const sizes = Array.from(
    { length: partitions.length },
    (_, i) => found.filter(({ partition }) => partition === i).length,
  );
  return { found, sizes };
}

function shuffled(length: number): number[] {
  return Array.from({ length }, (_, i) => (i * 7919) % length);
}

describe("articles in partitions by time", () => {
  test("go to partitions of about one size, each later than the one before", () => {
    const { found, sizes } = placed(shuffled(1000), 100);
    expect(sizes.every((size) => size >= 99 && size <= 101)).toBe(true);
    for (const { time, partition } of found)
      expect(Math.abs((time ?? 0) - (100 * partition + 50))).toBeLessThanOrEqual(50);
  });

  test("of one time, or none, are spread over several", () => {
    expect(
      placed(
        Array.from({ length: 1000 }, () => null),
        100,
      ).sizes.every((n) => n <= 126),
    ).toBe(true);
    expect(
      placed(
        Array.from({ length: 1000 }, () => 5),
        100,
      ).sizes.every((n) => n <= 126),
    ).toBe(true);
  });

  test("without a time come before all others", () => {
    const { found } = placed([3, null, 1, null, 2, 4], 2);
    const last = Math.max(...found.filter(({ time }) => time === null).map((one) => one.partition));
    const first = Math.min(
      ...found.filter(({ time }) => time !== null).map((one) => one.partition),
    );
    expect(last).toBeLessThanOrEqual(first);
  });

  test("of a sample that was thinned out still lie evenly", () => {
    const { sizes } = placed(shuffled(300_000), 30_000);
    expect(sizes.every((size) => size > 28_000 && size < 32_000)).toBe(true);
  });
});
