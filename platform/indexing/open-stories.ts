import { StoryIndexReader } from "../../core/story-index/story-index-reader.ts";
import type { BlockStore, SegmentRecord } from "../store/block-store.ts";
import { storyRecordOf } from "./story-record.ts";

/** The story index that goes with a segment, among what the store has; `null` until it is built. */
export function openStories(
  store: BlockStore,
  segment: SegmentRecord,
  records: readonly SegmentRecord[],
): StoryIndexReader | null {
  const record = storyRecordOf(segment, records);
  if (record === null) return null;
  return new StoryIndexReader(segment.dataSet, (names) => store.readAll(record.generation, names));
}
