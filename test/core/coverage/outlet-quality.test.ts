import { describe, expect, test } from "vitest";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { dataSetOf, record } from "../../fixtures/records.ts";
import { blocksOf, openBlocks, openSegment } from "../../fixtures/segments.ts";

const PAGE = "https://page.example/1";

/** Articles of the Gazette with these qualities. */
const gazette = (...qualities: number[]): ArticleRecord[] =>
  qualities.map((quality, i) => record(`https://www.gazette.example/${i}`, { quality }));

/** A page whose record names an article of the Gazette that is not rated. */
const page = record(PAGE, { related: [record("https://gazette.example/new")] });

async function storyIn(segments: readonly SegmentReader[], address = PAGE) {
  const coverage = await findCoverage(segments, address, []);
  if (coverage.kind !== "article") throw new Error(`expected a story, not ${coverage.kind}`);
  return coverage;
}
const namedIn = async (...segments: SegmentReader[]) => (await storyIn(segments)).related[0];

describe("an article that is not rated", () => {
  test("has the median of its outlet's rated ones, and how many they are", async () => {
    const named = await namedIn(await openSegment([page, ...gazette(10, 62, 90)]));
    expect(named?.outletQuality).toEqual({ median: 62, rated: 3 });
  });

  test("may have it from another data set", async () => {
    const live = await openSegment([page], "live");
    const named = await namedIn(live, await openSegment(gazette(10, 62, 90)));
    expect(named?.outletQuality).toEqual({ median: 62, rated: 3 });
  });

  test("has it from the first data set that rates the outlet", async () => {
    const others = [1, 2, 3].map((quality) =>
      record(`https://other.example/${quality}`, { quality }),
    );
    const segments = [
      await openSegment([page, ...others], "silent"),
      await openSegment(gazette(10, 62, 90), "first"),
      await openSegment(gazette(1, 2, 3), "second"),
    ];
    expect((await namedIn(...segments))?.outletQuality?.median).toBe(62);
  });

  test("still has no quality, third and rank", async () => {
    const named = await namedIn(await openSegment([page, ...gazette(10, 62, 90)]));
    expect(named).toMatchObject({ quality: null, band: null, rank: null });
  });

  test("has none when no article of its outlet is rated", async () => {
    expect((await namedIn(await openSegment([page])))?.outletQuality).toBeNull();
  });
});

test("a rated article has no outlet quality", async () => {
  const rated = record(PAGE, { related: [record("https://gazette.example/new", { quality: 7 })] });
  const named = await namedIn(await openSegment([rated, ...gazette(10, 62, 90)]));
  expect(named?.outletQuality).toBeNull();
});

test("the page has an outlet quality too", async () => {
  const segment = await openSegment([page, ...gazette(10, 62, 90)]);
  const coverage = await storyIn([segment], "https://gazette.example/new");
  expect(coverage.page.outletQuality).toEqual({ median: 62, rated: 3 });
});

describe("the outlets that are looked up", () => {
  const related = Array.from({ length: 30 }, (_, i) =>
    record(`https://outlet${i % 15}.example/${i}`),
  );
  const busy = record(PAGE, { quality: 5, related });

  test("are ten at most, each once", async () => {
    const { segment, reads } = await openBlocks(
      await blocksOf(dataSetOf([busy, ...gazette(1, 2, 3)])),
    );
    await storyIn([segment]);
    const domains = reads.filter((name) => name.startsWith("domains/"));
    // One for the page's outlet and, since each of the ten is found by no more than its site, one for each.
    expect(domains).toHaveLength(11);
  });

  test("are none in a data set that rates no article", async () => {
    const { segment, reads } = await openBlocks(await blocksOf(dataSetOf([page])));
    await storyIn([segment]);
    expect(reads.filter((name) => name.startsWith("domains/"))).toHaveLength(1);
  });
});
