import * as z from "zod/mini";
import { feedFailure } from "../read/feed-answer.ts";

const time = z.nullable(z.number());

/** What is remembered of the polls of one address, a feed's or a published data set's. Times are in ms since 1970. */
export const pollState = z.object({
  etag: z.nullable(z.string()),
  lastModified: z.nullable(z.string()),
  nextPollAt: z.number(),
  lastPollAt: time,
  lastSuccessAt: time,
  /** Time before which the server asked not to be polled again (`Retry-After`). */
  notBefore: time,
  /** Failures in a row, the time of the first, and the number of days on which there were any. */
  failures: z.number(),
  failingSince: time,
  failingDays: z.number(),
  failure: z.nullable(feedFailure),
  /** HTTP status of the last failure; `null` when there was no response. */
  status: z.nullable(z.number()),
});
export type PollState = z.infer<typeof pollState>;

/** The state before the first poll. */
export function newPollState(now: number): PollState {
  return {
    etag: null,
    lastModified: null,
    nextPollAt: now,
    lastPollAt: null,
    lastSuccessAt: null,
    notBefore: null,
    failures: 0,
    failingSince: null,
    failingDays: 0,
    failure: null,
    status: null,
  };
}
