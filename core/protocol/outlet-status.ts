import type { FeedState } from "../feeds/poll/feed-state.ts";
import { localDay } from "../feeds/poll/local-day.ts";
import { isDead } from "../feeds/poll/poll-schedule.ts";
import { outletPatterns } from "../outlets/outlet-patterns.ts";
import type { OutletSubscription } from "../outlets/subscription.ts";
import type { LiveSummary, OutletStatus } from "./live-status.ts";

/** The situation of an outlet at a moment. */
export interface OutletSituation {
  /** Whether the extension has the permission for its sites. */
  readonly isAllowed: boolean;
  readonly isPolling: boolean;
  /** When it is to be polled next, ms since 1970. */
  readonly dueAt: number;
  /** ms since 1970. */
  readonly now: number;
}

/**
 * An outlet as the options page shows it.
 *
 * @param state `null` when the feed was never polled
 */
export function outletStatus(
  outlet: OutletSubscription,
  state: FeedState | null,
  { isAllowed, isPolling, dueAt, now }: OutletSituation,
): OutletStatus {
  const isScheduled = isAllowed && !outlet.isPaused && outlet.removedAt === null;
  return {
    ...outlet,
    health: isAllowed ? healthOf(state) : "not-allowed",
    failure: state?.failure ?? null,
    status: state?.status ?? null,
    failingSince: state?.failingSince ?? null,
    lastSuccessAt: state?.lastSuccessAt ?? null,
    nextPollAt: isScheduled ? dueAt : null,
    articles: state?.articles ?? 0,
    articlesToday: articlesOn(localDay(now), state),
    otherSite: state?.otherSite ?? 0,
    unusable: state?.unusable ?? 0,
    isPolling,
    patterns: outletPatterns(outlet),
  };
}

/** A summary of the live outlets; `null` when none was added. */
export function liveSummary(
  outlets: readonly Pick<OutletSubscription, "id" | "removedAt">[],
  states: readonly FeedState[],
  now: number,
): LiveSummary | null {
  const added = new Set(outlets.filter((one) => one.removedAt === null).map(({ id }) => id));
  if (added.size === 0) return null;
  const own = states.filter(({ outlet }) => added.has(outlet));
  const today = localDay(now);
  return {
    outlets: added.size,
    articlesToday: own.reduce((sum, state) => sum + articlesOn(today, state), 0),
    lastSuccessAt: latest(own.map(({ lastSuccessAt }) => lastSuccessAt)),
  };
}

/** The latest of several times; `null` when there is none. */
export function latest(times: readonly (number | null)[]): number | null {
  return times.reduce((last, time) => Math.max(last ?? 0, time ?? 0) || null, null);
}

function healthOf(state: FeedState | null): OutletStatus["health"] {
  if (state === null) return "new";
  if (state.failures === 0) return state.lastSuccessAt === null ? "new" : "good";
  return isDead(state) ? "dead" : "failing";
}

function articlesOn(day: string, state: FeedState | null): number {
  return state?.day === day ? state.articlesThatDay : 0;
}
