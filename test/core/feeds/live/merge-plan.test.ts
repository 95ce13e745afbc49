import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_SEGMENTS, newestToMerge } from "../../../../core/feeds/live/merge-plan.ts";

describe("the newest segments are merged", () => {
  test.each([
    { sizes: [], merged: 0, why: "there are none" },
    { sizes: [10], merged: 0, why: "there is one" },
    { sizes: [10, 29], merged: 2, why: "the older is less than three times as large" },
    { sizes: [10, 30], merged: 0, why: "the older is three times as large" },
    { sizes: [10, 20, 60], merged: 3, why: "together they are large beside the next" },
    { sizes: [10, 20, 90], merged: 2, why: "together they are small beside the next" },
    { sizes: [10, 30, 200, 1000], merged: 0, why: "four are not too many" },
    { sizes: [1, 10, 50, 200, 1000], merged: 4, why: "five are, and the last step is the largest" },
    { sizes: [1, 10, 100, 1000, 5000], merged: 5, why: "five are, and the last step is the least" },
    { sizes: [0, 0, 0], merged: 3, why: "they are empty" },
  ])("$merged of $sizes: $why", ({ sizes, merged }) => {
    expect(newestToMerge(sizes)).toBe(merged);
  });
});

/** Adds segments of some sizes, one after the other, each time merging as planned. */
function grow(added: readonly number[]) {
  let sizes: readonly number[] = [];
  let written = 0;
  let most = 0;
  for (const size of added) {
    const all = [size, ...sizes];
    const merged = Math.max(1, newestToMerge(all));
    const together = all.slice(0, merged).reduce((sum, one) => sum + one, 0);
    written += together;
    sizes = [together, ...all.slice(merged)];
    most = Math.max(most, sizes.length);
  }
  return { sizes, written, most, articles: added.reduce((sum, one) => sum + one, 0) };
}

const ADDED = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 400 });

describe("for any numbers of new articles", () => {
  test("there is room for one more segment, and no article is lost", () => {
    fc.assert(
      fc.property(ADDED, (added) => {
        const { sizes, most, articles } = grow(added);
        expect(most).toBeLessThan(MAX_SEGMENTS);
        expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(articles);
      }),
    );
  });

  test("the newest is less than the next", () => {
    fc.assert(
      fc.property(ADDED, (added) => {
        const { sizes } = grow(added);
        expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
      }),
    );
  });

  // One for each of four segments, times half of the fourth root of the number of additions, twice that for luck.
  test.each([100, 1000, 10_000])("%i additions write each article few times", (additions) => {
    const { written, articles } = grow(Array.from({ length: additions }, () => 200));
    expect(written / articles).toBeLessThan(4 * additions ** (1 / 4));
  });
});
