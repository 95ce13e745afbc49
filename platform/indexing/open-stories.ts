import { StoryIndexReader } from "../../core/story-index/story-index-reader.ts";
import type { BlockStore } from "../store/block-store.ts";
import { type BuildRow, type ReadyRow, storiesOf } from "../store/build-row.ts";

/** The story index that goes with a segment; `null` until it is built. */
export function openStories(
  store: BlockStore,
  segment: ReadyRow,
  rows: readonly BuildRow[],
): StoryIndexReader | null {
  const row = storiesOf(segment, rows);
  if (row === null) return null;
  return new StoryIndexReader(segment.owner, (names) => store.readAll(row.generation, names));
}
