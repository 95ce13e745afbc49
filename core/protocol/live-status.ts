import type { FeedFailure } from "../feeds/read/feed-answer.ts";
import type { OutletSubscription } from "../outlets/subscription.ts";

/** An outlet that the reader picked, as the options page lists it. Times in ms since 1970. */
export interface OutletStatus extends OutletSubscription {
  /**
   * `new`: not polled yet; `good`; `failing`; `dead`: failing for a week or more, or given up by its
   * outlet, still asked once a day; `not-allowed`: the browser does not let the extension onto its sites.
   */
  readonly health: "new" | "good" | "failing" | "dead" | "not-allowed";
  readonly failure: FeedFailure | null;
  readonly status: number | null;
  readonly failingSince: number | null;
  readonly lastSuccessAt: number | null;
  /** `null` while it is paused or removed. */
  readonly nextPollAt: number | null;
  /** Articles taken in all, and those of today: published on the reader's day, or first seen where they do not say. */
  readonly articles: number;
  readonly articlesToday: number;
  /** Items of the last answer that were left out: on other sites, and without title or address. */
  readonly otherSite: number;
  readonly unusable: number;
  /** Being polled now. */
  readonly isPolling: boolean;
  /** Match patterns to ask the browser for. */
  readonly patterns: readonly string[];
}

/** How the live outlets are. */
export interface LiveStatus {
  /** By name; those that were removed and can be had back are in it, with `removedAt`. */
  readonly outlets: readonly OutletStatus[];
  readonly articles: number;
  readonly articlesToday: number;
  /** Bytes on disk, the story index included. */
  readonly bytes: number;
  readonly lastSuccessAt: number | null;
  /** The poll under way: outlets asked and to ask. */
  readonly round: { readonly done: number; readonly total: number } | null;
  /** Why nothing is polled now. */
  readonly waitsFor: "connection" | "unmetered-connection" | null;
}

/** The same in a line, for the popup; `null` where no outlet was picked. */
export interface LiveSummary {
  readonly outlets: number;
  readonly articlesToday: number;
  readonly lastSuccessAt: number | null;
}
