import { monitorEventLoopDelay } from "node:perf_hooks";
import { gunzipSync } from "node:zlib";
import { DAY } from "../../../core/durations.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { KnownStories } from "../../../core/today/growing-stories.ts";
import type { OpenSegment } from "../../../platform/indexing/open-segment.ts";
import { createPause } from "../../../platform/indexing/turns.ts";
import { LiveStories } from "../../../platform/today/live-stories.ts";
import { openWithStories } from "../../../test/fixtures/story-segments.ts";
import { type BenchmarkRow, rounded } from "../benchmark.ts";
import { Articles } from "../scale/articles.ts";

const NOW = Date.UTC(2026, 3, 15, 12, 0);
/** What a round of polls brings. */
const POLLED = 50;

/** How long it takes to find the stories of a week: at first, in the next worker, and of what a round of polls brings. */
export async function measureGrouping(size: number): Promise<BenchmarkRow> {
  const records = weekOf(size + POLLED);
  const week = await opened("1", records.slice(0, size));
  const polled = await opened("2", records.slice(size));
  let segments: readonly OpenSegment[] = [week];
  let kept: KnownStories | null = null;
  const liveStories = () =>
    new LiveStories({
      openSegments: async () => segments,
      states: async () => [],
      onUnreadable: async (error) => {
        throw error;
      },
      onChange: () => undefined,
      readKnown: async () => kept,
      async keepKnown(numbers) {
        const byKey = new Map(numbers);
        kept = (key) => byKey.get(key);
      },
      now: () => performance.now(),
      pause: createPause(),
      stayAwake: () => undefined,
    });
  const first = liveStories();
  const atFirst = await measured(first);
  const next = await measured(liveStories());
  segments = [polled, week];
  first.outdate();
  const more = await measured(first);
  const stories = first.stories(0, () => true).filter(({ length }) => length > 1);
  return {
    "articles of a week": size,
    "found at first, s": rounded(atFirst.ms / 1000, 1),
    "longest turn, ms": Math.round(atFirst.turn),
    "in the next worker, s": rounded(next.ms / 1000, 2),
    "longest turn, ms ": Math.round(next.turn),
    [`${POLLED} more, ms`]: Math.round(more.ms),
    "stories of two or more": stories.length,
  };
}

async function measured(live: LiveStories): Promise<{ ms: number; turn: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  live.refresh(0);
  await live.idle();
  const ms = performance.now() - start;
  delay.disable();
  return { ms, turn: delay.max / 1e6 };
}

async function opened(name: string, records: readonly ArticleRecord[]): Promise<OpenSegment> {
  return { generation: name, segment: await openWithStories(records, `live/${name}`) };
}

/** Articles evenly over a week, in order of time. */
function weekOf(size: number): ArticleRecord[] {
  const lines = new Articles()
    .parts(size)
    .flatMap((part) => gunzipSync(part).toString().split("\n"));
  return lines.map((line, i) => ({
    ...JSON.parse(line),
    publishedDateTime: new Date(NOW - 7 * DAY + (i * 7 * DAY) / size).toISOString(),
  }));
}
