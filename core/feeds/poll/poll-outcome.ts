import type { FeedAnswer } from "../read/feed-answer.ts";
import { localDay } from "./local-day.ts";
import { retryWait } from "./poll-schedule.ts";
import type { PollState } from "./poll-state.ts";

export type FailedAnswer = Extract<FeedAnswer, { kind: "failed" }>;

/** What a poll that succeeded changes of the state, apart from the time of the next one. */
export function pollsAfterSuccess(now: number) {
  return {
    lastPollAt: now,
    lastSuccessAt: now,
    notBefore: null,
    failures: 0,
    failingSince: null,
    failingDays: 0,
    failure: null,
    status: null,
  };
}

/** The same of a poll that failed. */
export function pollsAfterFailure(
  old: Pick<PollState, "failures" | "failingSince" | "failingDays" | "lastPollAt">,
  answer: FailedAnswer,
  now: number,
) {
  const isNewDay = old.failures === 0 || localDay(old.lastPollAt ?? 0) !== localDay(now);
  const wait = retryWait(answer);
  return {
    lastPollAt: now,
    notBefore: wait === 0 ? null : now + wait,
    failures: old.failures + 1,
    failingSince: old.failingSince ?? now,
    failingDays: old.failingDays + (isNewDay ? 1 : 0),
    failure: answer.failure,
    status: answer.status,
  };
}
