import { LIVE_DATA_SET_ID } from "../../core/data-set/live-data-set.ts";
import type { ArticlesPerDay } from "../../core/feeds/live/articles-per-day.ts";
import type { JobFailure } from "../../core/protocol/data-set-status.ts";
import { FORMAT_VERSION } from "../../core/segment/format.ts";
import { STORY_FORMAT_VERSION } from "../../core/story-index/format.ts";

/** What an index is built for. */
export interface BuildPlan {
  /** The id of an added data set, or `live/7` for a segment of live articles. */
  readonly owner: string;
  readonly part: "segment" | "stories";
  /**
   * Name of the kept source file the records are read from; `null` when the records are blocks of the
   * segment itself. Of a story index, `recordsOf` its segment.
   */
  readonly source: string | null;
  /** The user started it, so a worker that finds it unfinished asks before it continues. Default: false. */
  readonly isImport?: boolean;
}

/** What is known of an index once it is complete. */
export interface BuildFacts {
  /** ms since 1970. */
  readonly builtAt: number;
  /** Bytes of the blocks, and records that went into them. */
  readonly bytes: number;
  readonly records: number;
  /** Of an added data set, for the list in the options; `sourceBytes` is the size of the kept source. */
  readonly counts?: {
    readonly articles: number;
    readonly outlets: number;
    readonly sourceBytes: number;
  };
  /** Of a segment of live articles: those of its articles that no newer segment has, by day. */
  readonly days?: ArticlesPerDay;
}

interface RowBase extends Required<BuildPlan> {
  /** `formatOf` its part, in the code that built it. */
  readonly format: number;
  /** Names the blocks of the index, and is the key of the row. */
  readonly generation: string;
  /** Token of the worker that is, or was last, building it. */
  readonly worker: string;
}

/** An index that answers. */
export interface ReadyRow extends RowBase, BuildFacts {
  readonly state: "ready";
  /** A block of it could not be read: it no longer answers, and has to be rebuilt. */
  readonly isDamaged: boolean;
}

/** An index that is being built, or that could not be built. */
export interface UnfinishedRow extends RowBase {
  readonly state: "building" | "failed";
  readonly failure: JobFailure | null;
}

/** All that the extension knows about one generation: the only place where it is written down. */
export type BuildRow = ReadyRow | UnfinishedRow;

export function isReady(row: BuildRow): row is ReadyRow {
  return row.state === "ready";
}

/** Whether an index can answer: it is undamaged and of the format that this code reads. */
export function isUsable({ part, format, isDamaged }: ReadyRow): boolean {
  return format === formatOf(part) && !isDamaged;
}

/** Version of the format in which this code builds and reads indexes. */
export function formatOf(part: BuildPlan["part"]): number {
  return part === "segment" ? FORMAT_VERSION : STORY_FORMAT_VERSION;
}

/** Whether a half-built index holds checkpoints from which another worker can continue. */
export function isResumable({ part, source }: BuildPlan): boolean {
  return part === "segment" && source !== null;
}

/** The segment in use of an owner, whether or not it can answer. */
export function segmentOf(owner: string, rows: readonly BuildRow[]): ReadyRow | null {
  return rows.filter(isReady).find((row) => row.owner === owner && row.part === "segment") ?? null;
}

/**
 * Which records a story index names the places of: those of a kept source, or of the blocks of a
 * segment that has them itself.
 */
export function recordsOf({ source, generation }: BuildRow): string {
  return source ?? generation;
}

/** The story index that goes with a segment; `null` until it is built. */
export function storiesOf(segment: ReadyRow, rows: readonly BuildRow[]): ReadyRow | null {
  const isOfSegment = (row: ReadyRow) =>
    row.part === "stories" && row.owner === segment.owner && row.source === recordsOf(segment);
  return rows.filter(isReady).find((row) => isOfSegment(row) && isUsable(row)) ?? null;
}

/** Whether an index holds articles of live outlets. */
export function isLive({ owner }: BuildPlan): boolean {
  return owner.startsWith(`${LIVE_DATA_SET_ID}/`);
}
