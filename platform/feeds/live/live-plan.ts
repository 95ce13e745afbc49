import { newestToMerge } from "../../../core/feeds/live/merge-plan.ts";
import {
  bothCuts,
  type Cut,
  cutByAge,
  cutBySize,
  isCutDue,
  type LiveLimits,
} from "../../../core/feeds/live/retention.ts";
import { FORMAT_VERSION } from "../../../core/segment/format.ts";
import { storyRecordOf } from "../../indexing/story-record.ts";
import type { SegmentRecord } from "../../store/block-store.ts";
import { bytesOf, daysOf, liveSegments } from "./live-segments.ts";

/** Segments that are to become one. */
export interface PlannedMerge {
  /** The newest of all segments, the newest first. */
  readonly inputs: readonly SegmentRecord[];
  readonly cut: Cut;
}

/** What a plan goes by. */
export interface LiveState {
  /** All that the store has. */
  readonly records: readonly SegmentRecord[];
  readonly limits: LiveLimits;
  /** ms since 1970. */
  readonly now: number;
  /** Whether outlets are to be taken out. */
  readonly hasDrops: boolean;
  isDamaged(segment: SegmentRecord): boolean;
}

/**
 * What is to be done next; `null` for nothing. All segments become one when some cannot be used as they
 * are, when outlets go, when enough has become too old or there is too much; else the newest do, as
 * `newestToMerge` has it.
 */
export function nextMerge(state: LiveState): PlannedMerge | null {
  const { records, limits, now, hasDrops, isDamaged } = state;
  const segments = liveSegments(records);
  const counts = daysOf(segments);
  const age = cutByAge(now, limits);
  const size = cutBySize(counts, bytesOf(records), limits);
  const isUsable = (segment: SegmentRecord) =>
    segment.format === FORMAT_VERSION &&
    storyRecordOf(segment, records) !== null &&
    !isDamaged(segment);
  const isAll =
    hasDrops || size !== null || isCutDue(counts, age, limits) || !segments.every(isUsable);
  const merged = isAll ? segments.length : newestToMerge(segments.map((one) => one.records));
  if (merged === 0 && !hasDrops) return null;
  return { inputs: segments.slice(0, merged), cut: bothCuts(age, size) };
}
