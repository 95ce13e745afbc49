import * as z from "zod/mini";
import {
  type FailedAnswer,
  pollsAfterFailure,
  pollsAfterSuccess,
} from "../feeds/poll/poll-outcome.ts";
import { nextPollAt } from "../feeds/poll/poll-schedule.ts";
import { newPollState, pollState } from "../feeds/poll/poll-state.ts";
import { feedFailure } from "../feeds/read/feed-answer.ts";
import { refusal } from "./refusal.ts";

/** Why the last check of a published data set failed. */
export const checkTrouble = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("refused"), refusal }),
  z.object({ kind: z.literal("failed"), failure: feedFailure, status: z.nullable(z.number()) }),
  z.object({ kind: z.literal("disk-full") }),
]);
export type CheckTrouble = z.infer<typeof checkTrouble>;

/** What is remembered of the checks of a published data set. */
export const checkState = z.object({
  /** Of the subscription. */
  id: z.string(),
  ...pollState.shape,
  trouble: z.nullable(checkTrouble),
});
export type CheckState = z.infer<typeof checkState>;

/** The outcome of a check. */
export type CheckOutcome =
  | {
      readonly kind: "up-to-date";
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly freshFor: number | null;
    }
  | Extract<CheckTrouble, { kind: "refused" | "disk-full" }>
  | FailedAnswer;

/**
 * The state after a check, by the policy of feeds: what cannot be taken counts as a failure, after which the pauses
 * become longer.
 *
 * @param every minutes
 * @param random from 0 to 1
 */
export function stateAfterCheck(
  id: string,
  before: CheckState | null,
  outcome: CheckOutcome,
  { every, now, random }: { readonly every: number; readonly now: number; readonly random: number },
): CheckState {
  const old = before ?? { id, ...newPollState(now), trouble: null };
  const timing = { every, now, random };
  if (outcome.kind === "up-to-date") {
    const { etag, lastModified, freshFor } = outcome;
    const state = { ...old, ...pollsAfterSuccess(now), etag, lastModified, trouble: null };
    const answer = { kind: "not-modified", freshFor, address: "" } as const;
    return { ...state, nextPollAt: nextPollAt({ ...state, period: null }, answer, timing) };
  }
  const answer: FailedAnswer =
    outcome.kind === "failed"
      ? outcome
      : { kind: "failed", failure: "odd-answer", status: null, retryAfter: null };
  const state = { ...old, ...pollsAfterFailure(old, answer, now), trouble: troubleOf(outcome) };
  return { ...state, nextPollAt: nextPollAt({ ...state, period: null }, answer, timing) };
}

/** What is remembered of a check that failed. */
export function troubleOf(outcome: Exclude<CheckOutcome, { kind: "up-to-date" }>): CheckTrouble {
  if (outcome.kind !== "failed") return outcome;
  const { kind, failure, status } = outcome;
  return { kind, failure, status };
}
