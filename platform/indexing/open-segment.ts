import type { DataSetInfo } from "../../core/data-set/data-set.ts";
import type { ReadBlock } from "../../core/segment/format.ts";
import type { Segment } from "../../core/segment/segment.ts";
import { SegmentReader } from "../../core/segment/segment-reader.ts";
import { UnreadableSegmentError } from "../../core/segment/unreadable-segment.ts";
import { StoryIndexReader } from "../../core/story-index/story-index-reader.ts";
import type { BlockStore } from "../store/block-store.ts";
import { type BuildRow, type ReadyRow, storiesOf } from "../store/build-row.ts";

/** A segment that look-ups read. */
export interface OpenSegment {
  /** The one that is read. */
  readonly generation: string;
  readonly segment: Segment;
}

/** What differs from what the segment itself says. */
interface Opening {
  /** The data set as the user has named it. */
  readonly info?: DataSetInfo;
  readonly name?: string;
  /** By default all blocks are in the store. */
  readonly read?: ReadBlock;
}

/**
 * Opens a segment, with its story index if that is built.
 *
 * @throws UnreadableSegmentError
 */
export async function openSegment(
  store: BlockStore,
  row: ReadyRow,
  rows: readonly BuildRow[],
  { info, name, read = (block) => store.read(row.generation, block) }: Opening = {},
): Promise<SegmentReader> {
  const index = storiesOf(row, rows);
  const stories =
    index && new StoryIndexReader(row.owner, (names) => store.readAll(index.generation, names));
  return SegmentReader.open(read, info, stories, name);
}

/**
 * As `openSegment`, for one of several: `null` when it cannot be read.
 *
 * @param onDamage called with the generation of a segment that cannot be read
 */
export async function openIfReadable(
  store: BlockStore,
  row: ReadyRow,
  rows: readonly BuildRow[],
  opening: Opening,
  onDamage: (generation: string) => Promise<void>,
): Promise<OpenSegment | null> {
  const { generation } = row;
  try {
    return { generation, segment: await openSegment(store, row, rows, opening) };
  } catch (error) {
    if (!(error instanceof UnreadableSegmentError)) throw error;
    await onDamage(generation);
    return null;
  }
}
