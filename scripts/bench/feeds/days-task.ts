/** A number of days of polls. */
export interface DaysTask {
  /** Number of the first day. */
  readonly first: number;
  /** Addresses of the articles of each day, gzipped JSON Lines. */
  readonly parts: readonly string[];
  /** Polls a day; 0 to add all days at once to an empty database. */
  readonly rounds: number;
}

/** The state after a day. */
export interface DayResult {
  readonly day: number;
  readonly segments: number;
  readonly articles: number;
  /** Of all blocks. */
  readonly bytes: number;
  /** Of the day, or of the days added at once; `written` counts an article each time it is written. */
  readonly appended: number;
  readonly written: number;
  readonly appendMs: number;
  /** Longest. */
  readonly longestAppendMs: number;
  readonly mergeMs: number;
  readonly longestMergeMs: number;
  /** Medians for pages known by their address, and for unknown pages whose story is known. */
  readonly byAddress: LookUpCost;
  readonly byStory: LookUpCost;
}

export interface LookUpCost {
  readonly ms: number;
  readonly blocks: number;
  readonly mostBlocks: number;
}
