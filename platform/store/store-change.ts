import type { FeedState } from "../../core/feeds/poll/feed-state.ts";
import { type BuildRow, isResumable, type ReadyRow, recordsOf } from "./build-row.ts";

/** Changes of what is remembered of the outlets' feeds. */
export interface StateChange {
  readonly states?: readonly FeedState[] | undefined;
  /** States to take out, by the ids of their outlets. */
  readonly removeStates?: readonly string[] | undefined;
}

/** Changes to the store that are made all at once or not at all. */
export interface StoreChange extends StateChange {
  /**
   * Rows to add or to write over. A ready row takes the place of every other row of its owner and part, and of
   * its owner's story index of other records; a row that begins a build, of failed builds only.
   */
  readonly put?: readonly BuildRow[];
  /** Applied to each row that is there, inside the transaction; `null` takes out the row and its blocks. */
  readonly revise?: ((row: BuildRow) => BuildRow | null) | undefined;
  /** Token of the worker: what another one left half built and nobody can resume goes. */
  readonly worker?: string;
}

/** The build was discarded, or the database emptied, before the build could be committed. */
export class DiscardedBuildError extends Error {}

/**
 * The rows as a change leaves them. Rows that do not change are the same objects.
 *
 * @throws DiscardedBuildError when a build is to become ready that has no row
 */
export function rowsAfter(rows: readonly BuildRow[], change: StoreChange): BuildRow[] {
  const { put = [], worker } = change;
  const has = (generation: string) => rows.some((row) => row.generation === generation);
  for (const { state, generation } of put)
    if (state === "ready" && !has(generation)) throw new DiscardedBuildError(generation);
  const kept = rows.flatMap((row) => {
    if (worker !== undefined && isAbandoned(row, worker)) return [];
    return (change.revise === undefined ? row : change.revise(row)) ?? [];
  });
  return [...kept.filter((row) => !put.some((one) => takesPlaceOf(one, row))), ...put];
}

/** Whether a change can leave blocks without a row, which then go in the same transaction. */
export function canFreeBlocks({ put = [], revise }: StoreChange): boolean {
  return revise !== undefined || put.some(({ state }) => state !== "building");
}

/** The generations that a change has become ready. */
export function readyIn({ put = [] }: StoreChange): string[] {
  return put.filter(({ state }) => state === "ready").map(({ generation }) => generation);
}

/** Whether a worker that is gone left a row that nobody can continue. */
export function isAbandoned(row: BuildRow, worker: string): boolean {
  return row.state === "building" && row.worker !== worker && !isResumable(row);
}

function takesPlaceOf(one: BuildRow, row: BuildRow): boolean {
  if (one.generation === row.generation) return true;
  if (one.owner !== row.owner) return false;
  if (one.part === row.part)
    return one.state === "ready" || (one.state === "building" && row.state === "failed");
  return one.state === "ready" && one.part === "segment" && isOutdated(row, one);
}

/** Whether a ready story index is of other records than its owner's segment. */
function isOutdated(stories: BuildRow, segment: ReadyRow): boolean {
  return stories.state === "ready" && stories.source !== recordsOf(segment);
}
