import { newestToMerge } from "../../../core/feeds/live/merge-plan.ts";
import {
  bothCuts,
  type Cut,
  cutByAge,
  cutBySize,
  isCutDue,
  type LiveLimits,
} from "../../../core/feeds/live/retention.ts";
import { type BuildRow, isUsable, type ReadyRow, storiesOf } from "../../store/build-row.ts";
import { bytesOf, daysOf, liveSegments } from "./live-segments.ts";

/** Segments that are to become one. */
export interface PlannedMerge {
  /** The newest of all segments, the newest first. */
  readonly inputs: readonly ReadyRow[];
  readonly cut: Cut;
}

/** What a plan is made from. */
export interface LiveState {
  /** All rows of the ledger. */
  readonly rows: readonly BuildRow[];
  readonly limits: LiveLimits;
  /** ms since 1970. */
  readonly now: number;
  /** Whether outlets are to be taken out. */
  readonly hasDrops: boolean;
}

/**
 * What is to be merged next; `null` for nothing. All segments are merged into one when some of them cannot be used as
 * they are, when outlets are removed, when enough articles have expired, or when they take too much room; otherwise
 * the newest ones are, as chosen by `newestToMerge`.
 */
export function nextMerge(state: LiveState): PlannedMerge | null {
  const { rows, limits, now, hasDrops } = state;
  const segments = liveSegments(rows);
  const counts = daysOf(segments);
  const age = cutByAge(now, limits);
  const size = cutBySize(counts, bytesOf(rows), limits);
  const isAll =
    hasDrops || size !== null || isCutDue(counts, age, limits) || !areComplete(segments, rows);
  const merged = isAll ? segments.length : newestToMerge(segments.map((one) => one.records));
  if (merged === 0 && !hasDrops) return null;
  return { inputs: segments.slice(0, merged), cut: bothCuts(age, size) };
}

/** Whether each segment and its story index can answer. */
export function areComplete(segments: readonly ReadyRow[], rows: readonly BuildRow[]): boolean {
  return segments.every((segment) => isUsable(segment) && storiesOf(segment, rows) !== null);
}
