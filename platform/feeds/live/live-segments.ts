import { LIVE_DATA_SET_ID } from "../../../core/data-set/data-set.ts";
import { type ArticlesPerDay, sumDays } from "../../../core/feeds/live/articles-per-day.ts";
import { liveInfo } from "../../../core/feeds/live/live-data-set.ts";
import { DamagedBlockError } from "../../../core/segment/block-codec.ts";
import { FORMAT_VERSION, type ReadBlock } from "../../../core/segment/format.ts";
import { SegmentReader } from "../../../core/segment/segment-reader.ts";
import {
  documentsName,
  placeOfDocuments,
  readDocuments,
  type ScannedBlock,
} from "../../../core/segment/source-blocks.ts";
import { UnreadableSegmentError } from "../../../core/segment/unreadable-segment.ts";
import { openStories } from "../../indexing/open-stories.ts";
import type { BlockStore, SegmentRecord } from "../../store/block-store.ts";

const NAME = new RegExp(`^${LIVE_DATA_SET_ID}/(\\d+)$`);

/** The segments of live articles among what the store has, the newest first. */
export function liveSegments(records: readonly SegmentRecord[]): SegmentRecord[] {
  return records
    .filter(({ dataSet }) => NAME.test(dataSet))
    .sort((a, b) => numberOf(b) - numberOf(a));
}

/** A name for a segment that is newer than these. */
export function newLiveName(segments: readonly SegmentRecord[]): string {
  return `${LIVE_DATA_SET_ID}/${Math.max(0, ...segments.map(numberOf)) + 1}`;
}

function numberOf({ dataSet }: SegmentRecord): number {
  return Number(NAME.exec(dataSet)?.[1] ?? 0);
}

/** The distinct articles of some segments, by day. */
export function daysOf(segments: readonly SegmentRecord[]): ArticlesPerDay {
  return sumDays(segments.map(({ days = [] }) => days));
}

/** A segment that look-ups read. */
export interface OpenSegment {
  /** The one that is read. */
  readonly generation: string;
  readonly segment: SegmentReader;
}

/** Which segments of live articles are left out, and whom to tell that one turned out unreadable. */
export interface DamageReport {
  isDamaged(segment: SegmentRecord): boolean;
  onDamage(generation: string): void;
}

/**
 * The segments of live articles that can be read, the newest first: of one data set, each by its own name.
 *
 * @param records all that the store has
 */
export async function openLiveSegments(
  store: BlockStore,
  records: readonly SegmentRecord[],
  damage: DamageReport,
): Promise<OpenSegment[]> {
  const segments = liveSegments(records);
  const info = liveInfo(daysOf(segments));
  const isUsable = (one: SegmentRecord) => one.format === FORMAT_VERSION && !damage.isDamaged(one);
  const opening = segments.filter(isUsable).map(async (record) => {
    const { generation, dataSet } = record;
    const stories = openStories(store, record, records);
    const read: ReadBlock = (name) => store.read(generation, name);
    try {
      return { generation, segment: await SegmentReader.open(read, info, stories, dataSet) };
    } catch (error) {
      if (!(error instanceof UnreadableSegmentError)) throw error;
      damage.onDamage(generation);
      return null;
    }
  });
  return (await Promise.all(opening)).filter((segment) => segment !== null);
}

/** The records of a generation that holds them itself, block by block in their order. */
export async function* scanGeneration(
  store: BlockStore,
  generation: string,
): AsyncGenerator<ScannedBlock> {
  const places = (await store.names(generation, "docs/")).map(placeOfDocuments);
  const inOrder = places.filter((place) => place !== null).sort((a, b) => a.start - b.start);
  for (const place of inOrder) {
    const name = documentsName(place);
    const bytes = await store.read(generation, name);
    const records = bytes === undefined ? null : await readDocuments(name, bytes).catch(ifDamaged);
    yield { ...place, records };
  }
}

function ifDamaged(error: unknown): null {
  if (error instanceof DamagedBlockError) return null;
  throw error;
}

/** Bytes that the segments of live articles and their story indexes take. */
export function bytesOf(records: readonly SegmentRecord[]): number {
  const live = records.filter(({ dataSet }) => dataSet.startsWith(`${LIVE_DATA_SET_ID}/`));
  return live.reduce((sum, { bytes }) => sum + bytes, 0);
}
