import { LIVE_DATA_SET_ID } from "../../../core/data-set/live-data-set.ts";
import { type ArticlesPerDay, sumDays } from "../../../core/feeds/live/articles-per-day.ts";
import { liveInfo } from "../../../core/feeds/live/live-data-set.ts";
import {
  KeptBlocks,
  nullIfDamaged,
  type ScannedBlock,
  scanBlock,
} from "../../../core/segment/scan-source.ts";
import {
  decodeSourceBlock,
  documentsName,
  placeOfDocuments,
} from "../../../core/segment/source-block.ts";
import { type OpenSegment, openIfReadable } from "../../indexing/open-segment.ts";
import type { BlockStore } from "../../store/block-store.ts";
import { type BuildRow, isLive, isReady, isUsable, type ReadyRow } from "../../store/build-row.ts";
import type { Generation } from "../../store/generation.ts";

/** The segments of live articles among what the ledger has, the newest first. */
export function liveSegments(rows: readonly BuildRow[]): ReadyRow[] {
  return rows
    .filter(isReady)
    .filter((row) => isLive(row) && row.part === "segment")
    .sort((a, b) => numberOf(b) - numberOf(a));
}

/** An owner for a segment that is newer than these. */
export function newLiveOwner(segments: readonly ReadyRow[]): string {
  return `${LIVE_DATA_SET_ID}/${Math.max(0, ...segments.map(numberOf)) + 1}`;
}

/** The 7 of `live/7`. */
function numberOf({ owner }: ReadyRow): number {
  return Number(owner.slice(LIVE_DATA_SET_ID.length + 1));
}

/** The distinct articles of some segments, by day. */
export function daysOf(segments: readonly ReadyRow[]): ArticlesPerDay {
  return sumDays(segments.map(({ days = [] }) => days));
}

/**
 * The segments of live articles that can be read, the newest first: of one data set, each by its own name.
 *
 * @param onDamage called with the generation of a segment that turned out unreadable
 */
export async function openLiveSegments(
  store: BlockStore,
  rows: readonly BuildRow[],
  onDamage: (generation: string) => Promise<void>,
): Promise<OpenSegment[]> {
  const segments = liveSegments(rows);
  const info = liveInfo(daysOf(segments));
  const opening = segments
    .filter(isUsable)
    .map((row) => openIfReadable(store, row, rows, { info, name: row.owner }, onDamage));
  return (await Promise.all(opening)).filter((segment) => segment !== null);
}

/** The records of a generation that holds them itself, block by block in their order. */
export async function* scanGeneration(blocks: Generation): AsyncGenerator<ScannedBlock> {
  const places = (await blocks.names("docs/")).map(placeOfDocuments);
  const inOrder = places.filter((place) => place !== null).sort((a, b) => a.start - b.start);
  const related = new KeptBlocks(async (name) => {
    const bytes = await blocks.read(name);
    return bytes === undefined ? null : decodeSourceBlock(name, bytes).catch(nullIfDamaged);
  });
  for (const place of inOrder) {
    const bytes = await blocks.read(documentsName(place));
    const records = bytes === undefined ? null : await scanBlock(place, bytes, related);
    yield { ...place, records };
  }
}

/** Bytes that the segments of live articles and their story indexes take. */
export function bytesOf(rows: readonly BuildRow[]): number {
  return rows
    .filter(isReady)
    .filter(isLive)
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
