import { DAY, HOUR, MINUTE, WEEK } from "../../durations.ts";
import { murmur3 } from "../../hash.ts";
import type { FeedAnswer } from "../read/feed-answer.ts";
import type { PollState } from "./poll-state.ts";

/** Polls that are due within this time are made together, so that the browser is woken less often, ms. */
export const POLLED_TOGETHER_MS = 2.5 * MINUTE;
/** The time over which feeds are spread that became due while the browser was closed, ms. */
const SPREAD_AT_START_MS = 10 * MINUTE;
/** Longest pause after failures in a row, ms. */
const LONGEST_PAUSE = DAY;
/** The same for a server that could not be reached: it had no work with us, and our own connection may be the cause. */
const LONGEST_PAUSE_UNREACHED = 3 * HOUR;
/** Longest time for which an answer counts as fresh, and longest `Retry-After` that is respected, ms. */
const LONGEST_FRESH = DAY;
const LONGEST_RETRY_AFTER = WEEK;
/** A feed counts as dead when it has failed for this long, ms, and was polled on this many days of that time. */
const DEAD_AFTER = WEEK;
const DEAD_AFTER_DAYS = 5;
/** The interval varies at random by this share in both directions, so that feeds do not become due together. */
const JITTER = 0.1;

type Failing = Pick<
  PollState,
  "failures" | "failingSince" | "failingDays" | "failure" | "lastPollAt"
>;

/**
 * Whether a feed was given up by its outlet or has been failing for a week; such a feed is polled once a day. The week is
 * measured from poll to poll, so the time during which the browser is closed does not count as failing.
 */
export function isDead({ failure, failingSince, failingDays, lastPollAt }: Failing): boolean {
  if (failure === "gone") return true;
  if (failingSince === null || lastPollAt === null) return false;
  return lastPollAt - failingSince >= DEAD_AFTER && failingDays >= DEAD_AFTER_DAYS;
}

/** The `Retry-After` of a failed answer, ms; 0 when there is none. */
export function retryWait({ retryAfter }: Extract<FeedAnswer, { kind: "failed" }>): number {
  return Math.min(retryAfter || 0, LONGEST_RETRY_AFTER);
}

/**
 * When to poll a feed next, ms since 1970: after the interval that the user has set, or later if the feed or the server asks
 * for that. After failures in a row the interval doubles each time, up to a day.
 *
 * @param state the feed's state after the answer
 * @param every minutes
 * @param random from 0 to 1
 */
export function nextPollAt(
  state: Failing & { readonly period: number | null },
  answer: FeedAnswer,
  { every, now, random }: { readonly every: number; readonly now: number; readonly random: number },
): number {
  const jitter = 1 - JITTER + 2 * JITTER * random;
  const wait =
    answer.kind === "failed"
      ? retryWait(answer)
      : Math.min(Math.max(answer.freshFor || 0, state.period || 0), LONGEST_FRESH);
  // Feeds that are polled together with others are polled a little early, which must not be before this wait is over.
  const notBefore = wait > 0 ? wait + POLLED_TOGETHER_MS : 0;
  return now + Math.round(Math.max(jitter * pauseAfter(state, every), notBefore));
}

/** The interval to the next poll, ms, without jitter. */
function pauseAfter(state: Failing, every: number): number {
  if (isDead(state)) return DAY;
  const longest = state.failure === "unreachable" ? LONGEST_PAUSE_UNREACHED : LONGEST_PAUSE;
  return Math.max(every * MINUTE, Math.min(every * MINUTE * 2 ** state.failures, longest));
}

/**
 * When a feed is due, ms since 1970. A feed that was never polled is due at once, since the user waits for it. Feeds that
 * became due while the browser was closed are spread over some minutes after its start.
 *
 * @param outlet id of the subscription, which determines its place among these
 * @param state `null` before the first poll
 * @param started when the browser was started, ms since 1970
 */
export function dueAt(
  outlet: string,
  state: Pick<PollState, "nextPollAt" | "lastPollAt"> | null,
  { now, started }: { readonly now: number; readonly started: number },
): number {
  if (state === null) return now;
  // The clock was ahead and has been set back; the feed would not be polled until it catches up.
  const isInFuture = (state.lastPollAt ?? 0) > now + MINUTE;
  const place = murmur3(outlet, started) / 2 ** 32;
  const atStart = started + Math.round(place * SPREAD_AT_START_MS);
  return Math.max(isInFuture ? now : state.nextPollAt, atStart);
}
