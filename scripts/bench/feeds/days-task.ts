/** Some days of polls, one after the other. */
export interface DaysTask {
  /** Number of the first of them. */
  readonly first: number;
  /** Addresses of the articles of each day, gzipped JSON Lines. */
  readonly parts: readonly string[];
  /** Polls a day; 0: all days are taken in at once, into an empty database. */
  readonly rounds: number;
}

/** How it is after a day. */
export interface DayResult {
  readonly day: number;
  readonly segments: number;
  readonly articles: number;
  /** Of all blocks. */
  readonly bytes: number;
  /** Of the day, or the days taken in at once; `written` counts articles as often as they are written. */
  readonly appended: number;
  readonly written: number;
  readonly appendMs: number;
  /** Longest. */
  readonly longestAppendMs: number;
  readonly mergeMs: number;
  readonly longestMergeMs: number;
  /** Medians; of pages that are known by their address, and of pages that none knows, with their story. */
  readonly byAddress: LookUpCost;
  readonly byStory: LookUpCost;
}

export interface LookUpCost {
  readonly ms: number;
  readonly blocks: number;
  readonly mostBlocks: number;
}
