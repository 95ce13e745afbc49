import { countDays, type DayCounts } from "../../core/feeds/day-counts.ts";
import { liveKey } from "../../core/feeds/kept-articles.ts";
import type { ArticleRecord } from "../../core/record/article-record.ts";
import type { SegmentReader } from "../../core/segment/segment-reader.ts";
import { UnreadableSegmentError } from "../../core/segment/unreadable-segment.ts";

/**
 * The articles on which some records are a newer word, by segment and day: those of which a segment had the
 * latest word so far. One that turns out unreadable counts none.
 *
 * @param segments the newest first
 * @param onUnreadable told of its name
 */
export async function supersededIn(
  segments: readonly SegmentReader[],
  records: readonly ArticleRecord[],
  pause: () => Promise<void>,
  onUnreadable: (name: string) => void,
): Promise<Map<string, DayCounts>> {
  const keys = new Set(records.map(liveKey));
  const counts = new Map<string, DayCounts>();
  for (const segment of segments) {
    const times: number[] = [];
    try {
      for (const key of keys) {
        const own = (await segment.article(key))?.own;
        await pause();
        if (!own) continue;
        times.push(own.article.published ?? 0);
        keys.delete(key);
      }
    } catch (error) {
      if (!(error instanceof UnreadableSegmentError)) throw error;
      onUnreadable(error.dataSet);
    }
    counts.set(segment.name, countDays(times));
  }
  return counts;
}
