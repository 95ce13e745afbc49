import { describe, expect, test, vi } from "vitest";
import { HOUR } from "../../../core/durations.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { findStory } from "../../../core/story/find-story.ts";
import { MAX_BLOCKS, MAX_QUERY_KEYS } from "../../../core/story/match/find-candidates.ts";
import { buildIndex } from "../../fixtures/built-index.ts";
import { record } from "../../fixtures/records.ts";
import { COUNTRIES } from "../story/words/headlines.ts";

/** Longest build of a test. */
vi.setConfig({ testTimeout: 30_000 });

const CROWDED = buildIndex(crowd(20_000));

/** So many articles about storms that hit harbours, an hour apart. */
function crowd(count: number): ArticleRecord[] {
  return Array.from({ length: count }, (_, i) =>
    record(`https://outlet${i % 50}.example/${i}`, {
      title: `Storm hits harbour ${["north", "south", "east", "west"][i % 4]} number ${i}`,
      publishedDateTime: new Date(Date.UTC(2023, 0, 1) + i * HOUR).toISOString(),
    }),
  );
}

describe("an index of many articles with the same words", () => {
  test("reads a bounded number of blocks however many articles share the page's words", async () => {
    const { reader, read } = await CROWDED;
    await findStory(
      { title: "Storm hits harbour again", published: Date.UTC(2024, 5, 1) },
      reader,
      COUNTRIES,
    );
    // Four to begin with; buckets and pieces; texts of candidates; the story's number, members and texts.
    expect(read.length).toBeLessThanOrEqual(4 + 2 * MAX_QUERY_KEYS + MAX_BLOCKS + 2 + 24);
    expect(read.filter((name) => name.startsWith("postings/")).length).toBeGreaterThan(0);
    expect(Math.max(...read.map((name) => name.length))).toBeLessThan(40);
  });

  test("keeps every block below the 64 kB at which Chromium moves values into files", async () => {
    const { blocks } = await CROWDED;
    const largest = Math.max(...[...blocks.values()].map(({ length }) => length));
    expect(largest).toBeLessThan(65_536);
  });
});
