import type { FeedFailure } from "../feeds/read/feed-answer.ts";
import type { OutletSubscription } from "../outlets/subscription.ts";

/** An outlet that the user added, as the options page shows it. Times are in ms since 1970. */
export interface OutletStatus extends OutletSubscription {
  /**
   * - `new`: not polled yet
   * - `good`
   * - `failing`
   * - `dead`: failing for at least a week, or given up by its outlet; it is still polled once a day
   * - `not-allowed`: the extension has no permission for its sites
   */
  readonly health: "new" | "good" | "failing" | "dead" | "not-allowed";
  readonly failure: FeedFailure | null;
  /** HTTP status of the last failure; `null` when there was no response. */
  readonly status: number | null;
  readonly failingSince: number | null;
  readonly lastSuccessAt: number | null;
  /** `null` while it is paused, removed or not allowed. */
  readonly nextPollAt: number | null;
  /** Articles stored in all, and those published today in the user's time zone (first seen today where they have no time). */
  readonly articles: number;
  readonly articlesToday: number;
  /** Items of the last answer that were left out because they are on another site, or have no title or address. */
  readonly otherSite: number;
  readonly unusable: number;
  /** Whether it is being polled now. */
  readonly isPolling: boolean;
  /** Match patterns for requesting the permission. */
  readonly patterns: readonly string[];
}

/** The state of the live outlets. */
export interface LiveStatus {
  /** Sorted by name, including those whose removal can still be undone, with `removedAt`. */
  readonly outlets: readonly OutletStatus[];
  readonly articles: number;
  readonly articlesToday: number;
  /** Bytes on disk, the story index included. */
  readonly bytes: number;
  readonly lastSuccessAt: number | null;
  /** The current round of polls: number of outlets polled, and of all in the round; `null` when there is none. */
  readonly round: { readonly done: number; readonly total: number } | null;
  /** What polling is waiting for; `null` when it is not waiting. */
  readonly waitsFor: "connection" | "unmetered-connection" | null;
}

/** A summary for the popup. */
export interface LiveSummary {
  readonly outlets: number;
  readonly articlesToday: number;
  readonly lastSuccessAt: number | null;
}
