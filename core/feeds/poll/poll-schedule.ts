import { murmur3 } from "../../hash.ts";
import type { FeedAnswer } from "../read/feed-answer.ts";
import type { FeedState } from "./feed-state.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Polls that are due within this are made together, ms: the browser is woken less often. */
export const POLLED_TOGETHER_MS = 2.5 * MINUTE;
/** Over this the feeds are spread that became due while the browser was closed, ms. */
const SPREAD_AT_START_MS = 10 * MINUTE;
/** Longest pause after failures in a row, ms. */
const LONGEST_PAUSE = DAY;
/** The same of a server that was never reached: nobody was bothered, and the connection may be ours to blame. */
const LONGEST_PAUSE_UNREACHED = 3 * HOUR;
/** A polite wait that a server asks for is held to up to this, ms. */
const LONGEST_FRESH = DAY;
const LONGEST_RETRY_AFTER = WEEK;
/** A feed that fails for so long, ms, and was asked on so many days of it, is taken for dead. */
const DEAD_AFTER = WEEK;
const DEAD_AFTER_DAYS = 5;
/** The interval is drawn between nine and eleven tenths of it, so that feeds do not come due together. */
const JITTER = 0.1;

type Failing = Pick<
  FeedState,
  "failures" | "failingSince" | "failingDays" | "failure" | "lastPollAt"
>;

/**
 * Whether a feed was given up by its outlet, or has been failing for a week, from one poll to another: it is
 * asked once a day. While the browser is closed nothing fails.
 */
export function isDead({ failure, failingSince, failingDays, lastPollAt }: Failing): boolean {
  if (failure === "gone") return true;
  if (failingSince === null || lastPollAt === null) return false;
  return lastPollAt - failingSince >= DEAD_AFTER && failingDays >= DEAD_AFTER_DAYS;
}

/** How long a server in trouble asks to be left alone, ms; 0 where it does not say. */
export function retryWait({ retryAfter }: Extract<FeedAnswer, { kind: "failed" }>): number {
  return Math.min(retryAfter || 0, LONGEST_RETRY_AFTER);
}

/**
 * When to poll a feed after an answer, ms since 1970: after the interval that the reader has set; later
 * where the feed says that it stays as it is, or the server to come back later; after failures in a
 * row after twice the interval, four times, eight times and so on, a day at most.
 *
 * @param state after the answer
 * @param every minutes
 * @param random from 0 to 1
 */
export function nextPollAt(
  state: Failing & Pick<FeedState, "period">,
  answer: FeedAnswer,
  { every, now, random }: { readonly every: number; readonly now: number; readonly random: number },
): number {
  const jitter = 1 - JITTER + 2 * JITTER * random;
  const wait =
    answer.kind === "failed"
      ? retryWait(answer)
      : Math.min(Math.max(answer.freshFor || 0, state.period || 0), LONGEST_FRESH);
  // What is polled along with others is polled a little early, but never before it may be.
  const notBefore = wait > 0 ? wait + POLLED_TOGETHER_MS : 0;
  return now + Math.round(Math.max(jitter * pauseAfter(state, every), notBefore));
}

/** ms, without jitter */
function pauseAfter(state: Failing, every: number): number {
  if (isDead(state)) return DAY;
  const longest = state.failure === "unreachable" ? LONGEST_PAUSE_UNREACHED : LONGEST_PAUSE;
  return Math.max(every * MINUTE, Math.min(every * MINUTE * 2 ** state.failures, longest));
}

/**
 * When a feed is due, ms since 1970; one that was never polled at once, since the reader waits for it.
 * Those that became due while the browser was closed are spread over some minutes after its start.
 *
 * @param outlet its id, by which it has its place among them
 * @param state as it was kept; `null` before the first poll
 * @param started when the browser was, ms since 1970
 */
export function dueAt(
  outlet: string,
  state: Pick<FeedState, "nextPollAt" | "lastPollAt"> | null,
  { now, started }: { readonly now: number; readonly started: number },
): number {
  if (state === null) return now;
  // A clock that was ahead and was set back would keep a feed from being polled for as long.
  const isOfTheFuture = (state.lastPollAt ?? 0) > now + MINUTE;
  const place = murmur3(outlet, started) / 2 ** 32;
  const atStart = started + Math.round(place * SPREAD_AT_START_MS);
  return Math.max(isOfTheFuture ? now : state.nextPollAt, atStart);
}
