import type { OutletSubscription } from "../../outlets/subscription.ts";
import type { ArticleRecord } from "../../record/article-record.ts";
import type { FeedAnswer } from "../read/feed-answer.ts";
import { redirectAfter } from "./feed-redirect.ts";
import { type FeedState, type KnownItem, newFeedState } from "./feed-state.ts";
import { newItems } from "./new-items.ts";
import { type FailedAnswer, pollsAfterFailure, pollsAfterSuccess } from "./poll-outcome.ts";
import { nextPollAt } from "./poll-schedule.ts";

/** A poll and what its answer is processed with. */
export interface AnsweredPoll {
  readonly outlet: Pick<OutletSubscription, "id" | "feed" | "every">;
  /** The address that was requested. */
  readonly requested: string;
  /** The known items of the outlet's other feeds. */
  readonly otherFeeds: readonly KnownItem[];
  /** ms since 1970. */
  readonly now: number;
  /** From 0 to 1; spreads the next polls of several feeds. */
  readonly random: number;
}

/** What a poll changes: both parts are stored in one transaction. */
export interface PollResult {
  readonly state: FeedState;
  /** New and changed articles by their URL keys. */
  readonly records: ReadonlyMap<string, ArticleRecord>;
  /** The keys of those that their feed has changed; see `NewItems`. */
  readonly revised: ReadonlySet<string>;
}

/**
 * What the answer to a poll changes. Items that are known and have not changed give no records, so the
 * same answer twice gives none the second time.
 *
 * @param before `null` when the feed was never polled
 */
export function pollResult(
  before: FeedState | null,
  answer: FeedAnswer,
  poll: AnsweredPoll,
): PollResult {
  const { outlet, otherFeeds, now, random } = poll;
  const old = before ?? newFeedState(outlet.id, now);
  const items = answer.kind === "items" ? newItems(old, answer.articles, otherFeeds, now) : null;
  const state = { ...stateAfter(old, answer, poll), ...items?.changes };
  const next = nextPollAt(state, answer, { every: outlet.every, now, random });
  return {
    state: { ...state, nextPollAt: next },
    records: items?.records ?? new Map(),
    revised: items?.revised ?? new Set(),
  };
}

/** The state after an answer, apart from its items and the time of the next poll. */
function stateAfter(old: FeedState, answer: FeedAnswer, poll: AnsweredPoll): FeedState {
  if (answer.kind === "failed") return stateAfterFailure(old, answer, poll);
  const state: FeedState = {
    ...old,
    ...pollsAfterSuccess(poll.now),
    redirect: redirectAfter(old.redirect, poll.outlet.feed, answer.address),
  };
  if (answer.kind === "not-modified") return state;
  return {
    ...state,
    etag: answer.etag,
    lastModified: answer.lastModified,
    period: answer.period,
    otherSite: answer.leftOut.otherSite,
    unusable: answer.leftOut.unusable,
  };
}

function stateAfterFailure(
  old: FeedState,
  answer: FailedAnswer,
  { requested, now }: AnsweredPoll,
): FeedState {
  return {
    ...old,
    ...pollsAfterFailure(old, answer, now),
    // If the address that the feed had moved to fails, its original address is tried again.
    redirect: requested === old.redirect?.address ? null : old.redirect,
  };
}
