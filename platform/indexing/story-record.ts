import { STORY_FORMAT_VERSION } from "../../core/story-index/format.ts";
import type { SegmentRecord } from "../store/block-store.ts";

/** Name under which the store keeps the story index of a data set, beside its segment. */
export function storiesOf(dataSet: string): string {
  return `${dataSet}/stories`;
}

/**
 * Which records a story index names the places of: those of a kept source, or of the blocks of a
 * segment that has them itself.
 */
export function recordsOf({ source, generation }: SegmentRecord): string {
  return source ?? generation;
}

/** The story index that goes with a segment, among what the store has; `null` until it is built. */
export function storyRecordOf(
  segment: SegmentRecord,
  records: readonly SegmentRecord[],
): SegmentRecord | null {
  const found = records.find(({ dataSet }) => dataSet === storiesOf(segment.dataSet));
  const isOf = found?.source === recordsOf(segment) && found.format === STORY_FORMAT_VERSION;
  return isOf ? found : null;
}
