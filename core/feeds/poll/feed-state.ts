import type { FeedFailure } from "../read/feed-answer.ts";
import { localDay } from "./local-day.ts";

/**
 * An item that was taken: its URL key's article, what it said, when it was first seen, and whether the time
 * it says was of the future then.
 */
export type KnownItem = readonly [
  key: string,
  hash: string,
  firstSeen: number,
  published: number,
  isFutureDated?: true,
];

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
  /** How long the feed itself asks to be left alone each time, ms; `null` where it does not say. */
  readonly period: number | null;
  /** Until when the server has asked to be left alone. */
  readonly notBefore: number | null;
  /** Failures in a row, since when, and on how many days. */
  readonly failures: number;
  readonly failingSince: number | null;
  readonly failingDays: number;
  readonly failure: FeedFailure | null;
  readonly status: number | null;
  /** Where the feed has been redirected to, and how many polls in a row. */
  readonly redirect: { readonly address: string; readonly polls: number } | null;
  /** The items of the feed that were taken, the latest first, bounded. */
  readonly known: readonly KnownItem[];
  /** Articles taken in all, and of the day that `day` names (YYYY-MM-DD, the reader's). */
  readonly articles: number;
  readonly day: string;
  readonly articlesThatDay: number;
  /** As the feed's last answer had it: items that were left out, on other sites, and without title or address. */
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
    etag: null,
    lastModified: null,
    nextPollAt: now,
    lastPollAt: null,
    lastSuccessAt: null,
    period: null,
    notBefore: null,
    failures: 0,
    failingSince: null,
    failingDays: 0,
    failure: null,
    status: null,
    redirect: null,
    known: [],
    articles: 0,
    day: localDay(now),
    articlesThatDay: 0,
    otherSite: 0,
    unusable: 0,
  };
}
