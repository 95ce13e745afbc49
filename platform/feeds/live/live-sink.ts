import type { FeedState } from "../../../core/feeds/poll/feed-state.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";

/** Where polled articles go. */
export interface LiveSink {
  states(): Promise<FeedState[]>;
  /**
   * Takes in new and changed articles with the states of the feeds they are from: all or nothing.
   * An article that is there already is replaced; what it said before stays in its history. Look-ups answer with them once
   * this settles.
   *
   * @param revised keys of the articles that their feeds have changed (`NewItems`): only their histories get longer
   * @throws QuotaExceededError
   */
  append(
    records: readonly ArticleRecord[],
    states: readonly FeedState[],
    revised?: ReadonlySet<string>,
  ): Promise<void>;
  /** Takes out the articles of outlets, by their domains, and the states of their feeds, by their ids. */
  drop(domains: readonly string[], outlets: readonly string[]): Promise<void>;
  /** Articles that are kept, and bytes on disk. */
  size(): Promise<{ readonly articles: number; readonly bytes: number }>;
}
