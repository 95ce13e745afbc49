import type { OutletSubscription } from "../../outlets/subscription.ts";
import type { ArticleRecord } from "../../record/article-record.ts";
import type { FeedAnswer } from "../read/feed-answer.ts";
import { redirectAfter } from "./feed-redirect.ts";
import type { FeedState, KnownItem } from "./feed-state.ts";
import { localDay } from "./local-day.ts";
import { nextPollAt, retryWait } from "./poll-schedule.ts";
import { takeItems } from "./take-items.ts";

/** A poll that has been answered. */
export interface AnsweredPoll {
  readonly outlet: Pick<OutletSubscription, "id" | "feed" | "every">;
  /** The address that was asked. */
  readonly asked: string;
  /** What is known of the items of its outlet's other feeds. */
  readonly elsewhere: readonly KnownItem[];
  /** ms since 1970. */
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
}

/** What a poll brought: to be kept together or not at all. */
export interface TakenAnswer {
  readonly state: FeedState;
  /** New and changed articles by their URL keys. */
  readonly records: ReadonlyMap<string, ArticleRecord>;
}

/**
 * Takes in the answer to a poll. What was taken in before and has not changed is not taken again, so
 * the same answer twice brings nothing.
 *
 * @param before `null` when the feed was never polled
 */
export function takeAnswer(
  before: FeedState | null,
  answer: FeedAnswer,
  poll: AnsweredPoll,
): TakenAnswer {
  const { outlet, elsewhere, now, random } = poll;
  const old = before ?? newFeedState(outlet.id, now);
  const items = answer.kind === "items" ? takeItems(old, answer.articles, elsewhere, now) : null;
  const state = { ...stateAfter(old, answer, poll), ...items?.changes };
  const next = nextPollAt(state, answer, { every: outlet.every, now, random });
  return { state: { ...state, nextPollAt: next }, records: items?.records ?? new Map() };
}

/** What is known of a feed before its first poll. */
export function newFeedState(outlet: string, now: number): FeedState {
  return {
    ...{
      outlet,
      etag: null,
      lastModified: null,
      redirect: null,
      known: [],
      otherSite: 0,
      unusable: 0,
    },
    ...{ nextPollAt: now, lastPollAt: null, lastSuccessAt: null, period: null, notBefore: null },
    ...{ failures: 0, failingSince: null, failingDays: 0, failure: null, status: null },
    ...{ articles: 0, day: localDay(now), articlesThatDay: 0 },
  };
}

function stateAfter(
  old: FeedState,
  answer: FeedAnswer,
  { outlet, asked, now }: AnsweredPoll,
): FeedState {
  const polled = { ...old, lastPollAt: now };
  if (answer.kind === "failed") {
    const { failure, status } = answer;
    const isNewDay = old.failures === 0 || localDay(old.lastPollAt ?? 0) !== localDay(now);
    const failingDays = old.failingDays + (isNewDay ? 1 : 0);
    const failing = {
      failures: old.failures + 1,
      failingSince: old.failingSince ?? now,
      failingDays,
    };
    const wait = retryWait(answer);
    // Where the feed had moved to is no more: its own address may know better.
    const redirect = asked === old.redirect?.address ? null : old.redirect;
    const notBefore = wait === 0 ? null : now + wait;
    return { ...polled, ...failing, failure, status, redirect, notBefore };
  }
  const redirect = redirectAfter(old.redirect, outlet.feed, answer.address);
  const well = {
    ...{ failures: 0, failingSince: null, failingDays: 0, failure: null, status: null },
    ...{ lastSuccessAt: now, notBefore: null, redirect },
  };
  if (answer.kind === "not-modified") return { ...polled, ...well };
  const { etag, lastModified, leftOut, period } = answer;
  const { otherSite, unusable } = leftOut;
  return { ...polled, ...well, etag, lastModified, period, otherSite, unusable };
}
