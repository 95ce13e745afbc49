import { localDay } from "./local-day.ts";
import { newPollState, type PollState } from "./poll-state.ts";

/**
 * An item whose article was stored: URL key, hash of its content, when it was first seen, when it was published (both in
 * ms since 1970), and whether its own time was in the future when it was last read. A tuple, since 2,000 of them are
 * stored for each feed.
 */
export type KnownItem = readonly [
  key: string,
  hash: string,
  firstSeen: number,
  published: number,
  isFutureDated?: true,
];

/**
 * What is remembered of an outlet's feed between polls. It is stored in the database and written in one transaction with
 * the articles. So a worker that is killed during a poll has stored either both or none, and when the database is
 * lost, all items are read again. Times are in ms since 1970.
 */
export interface FeedState extends Readonly<PollState> {
  /** Id of the subscription. */
  readonly outlet: string;
  /** Least time between two polls that the feed itself states, ms; `null` when it states none. */
  readonly period: number | null;
  /** Where the feed was redirected to, and in how many polls in a row. */
  readonly redirect: { readonly address: string; readonly polls: number } | null;
  /** The items whose articles were stored, the latest first, bounded in number. */
  readonly known: readonly KnownItem[];
  /** Articles stored in all, and on `day` (YYYY-MM-DD in the user's time zone). */
  readonly articles: number;
  readonly day: string;
  readonly articlesThatDay: number;
  /** Items of the last answer that were left out because they are on another site, or have no title or address. */
  readonly otherSite: number;
  readonly unusable: number;
}

/**
 * The state of a feed before its first poll.
 *
 * @param outlet id of the subscription
 * @param now ms since 1970
 */
export function newFeedState(outlet: string, now: number): FeedState {
  return {
    outlet,
    ...newPollState(now),
    period: null,
    redirect: null,
    known: [],
    articles: 0,
    day: localDay(now),
    articlesThatDay: 0,
    otherSite: 0,
    unusable: 0,
  };
}
