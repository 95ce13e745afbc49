import type { FeedFailure } from "./feed-answer.ts";

/** An item that was taken: its URL key's article, what it said, and when it was first seen. */
export type KnownItem = readonly [key: string, hash: string, firstSeen: number, published: number];

/**
 * What is remembered of an outlet's feed between polls. It is kept in the database beside the
 * articles and written in one transaction with them: a database that was lost asks for everything
 * again, and a poll that was killed has either taken the items or not. Times in ms since 1970.
 */
export interface FeedState {
  /** Id of the subscription. */
  readonly outlet: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly nextPollAt: number;
  readonly lastPollAt: number | null;
  readonly lastSuccessAt: number | null;
  /** Failures in a row. */
  readonly failures: number;
  readonly failingSince: number | null;
  readonly failure: FeedFailure | null;
  readonly status: number | null;
  /** Where the feed has been redirected to, and how many polls in a row. */
  readonly redirect: { readonly address: string; readonly polls: number } | null;
  /** The items of the feed that were taken, the latest first, bounded. */
  readonly known: readonly KnownItem[];
  /** Articles taken in all, and on the day that `day` (YYYY-MM-DD, UTC) names. */
  readonly articles: number;
  readonly day: string;
  readonly articlesThatDay: number;
  /** As the feed's last answer had it: items on other sites that were left out. */
  readonly otherSite: number;
}
