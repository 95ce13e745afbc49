import type { ArticleRecord } from "../record/article-record.ts";
import type { FeedAnswer, FeedArticle } from "./feed-answer.ts";
import { redirectAfter } from "./feed-redirect.ts";
import type { FeedState, KnownItem } from "./feed-state.ts";
import { nextPollAt } from "./poll-schedule.ts";
import type { OutletSubscription } from "./subscription.ts";

/** Items of one feed that are remembered at most. */
const MAX_KNOWN = 2000;
/** So many of those that a feed has no more, the latest: some come back. All are read at each round. */
const KNOWN_BESIDE = 300;

/** A poll that has been answered. */
export interface AnsweredPoll {
  readonly outlet: Pick<OutletSubscription, "id" | "feed" | "every">;
  /** The address that was asked. */
  readonly asked: string;
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
 * the same answer twice brings nothing. An article that has changed keeps the earliest time of
 * publication it was known by; one that says none was published when it was first seen.
 *
 * @param before `null` when the feed was never polled
 */
export function takeAnswer(
  before: FeedState | null,
  answer: FeedAnswer,
  poll: AnsweredPoll,
): TakenAnswer {
  const { outlet, now, random } = poll;
  const old = { ...(before ?? newFeedState(outlet.id, now)), lastPollAt: now };
  const items = answer.kind === "items" ? takeItems(old, answer.articles, now) : null;
  const state = { ...stateAfter(old, answer, poll), ...items?.changes };
  const next = nextPollAt(state, answer, { every: outlet.every, now, random });
  return { state: { ...state, nextPollAt: next }, records: items?.records ?? new Map() };
}

/** The day of a time, ms since 1970, as a state names it (UTC). */
export function dayName(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function newFeedState(outlet: string, now: number): FeedState {
  return {
    ...{ outlet, etag: null, lastModified: null, redirect: null, known: [], otherSite: 0 },
    ...{ nextPollAt: now, lastPollAt: null, lastSuccessAt: null },
    ...{ failures: 0, failingSince: null, failure: null, status: null },
    ...{ articles: 0, day: dayName(now), articlesThatDay: 0 },
  };
}

function stateAfter(
  old: FeedState,
  answer: FeedAnswer,
  { outlet, asked, now }: AnsweredPoll,
): FeedState {
  if (answer.kind === "failed") {
    const { failure, status } = answer;
    const failing = { failures: old.failures + 1, failingSince: old.failingSince ?? now };
    // Where the feed had moved to is no more: its own address may know better.
    const redirect = asked === old.redirect?.address ? null : old.redirect;
    return { ...old, ...failing, failure, status, redirect };
  }
  const well = { failures: 0, failingSince: null, failure: null, status: null, lastSuccessAt: now };
  const redirect = redirectAfter(old.redirect, outlet.feed, answer.address);
  if (answer.kind === "not-modified") return { ...old, ...well, redirect };
  const { etag, lastModified, leftOut } = answer;
  return { ...old, ...well, redirect, etag, lastModified, otherSite: leftOut.otherSite };
}

function takeItems(old: FeedState, articles: readonly FeedArticle[], now: number) {
  const before = new Map(old.known.map((item) => [item[0], item]));
  const known = new Map<string, KnownItem>();
  const records = new Map<string, ArticleRecord>();
  for (const { key, hash, record } of articles.slice(0, MAX_KNOWN)) {
    // The newest comes first; what is in the feed twice is the same article.
    if (known.has(key)) continue;
    const [, oldHash, firstSeen = now, publishedBefore = Number.POSITIVE_INFINITY] =
      before.get(key) ?? [];
    const { publishedDateTime } = record;
    const stated = publishedDateTime === undefined ? firstSeen : Date.parse(publishedDateTime);
    const published = Math.min(stated, publishedBefore);
    known.set(key, [key, hash, firstSeen, published]);
    if (hash === oldHash) continue;
    const isAsStated = publishedDateTime !== undefined && published === stated;
    const time = isAsStated ? publishedDateTime : new Date(published).toISOString();
    records.set(key, { ...record, publishedDateTime: time });
  }
  const fresh = known.keys().reduce((count, key) => (before.has(key) ? count : count + 1), 0);
  const others = old.known.filter(([key]) => !known.has(key)).slice(0, KNOWN_BESIDE);
  const day = dayName(now);
  const articlesThatDay = fresh + (old.day === day ? old.articlesThatDay : 0);
  const all = [...known.values(), ...others].slice(0, MAX_KNOWN);
  const changes: Partial<FeedState> = {
    // The same list where nothing has changed: it is not written again.
    known: isEqual(all, old.known) ? old.known : all,
    ...{ articles: old.articles + fresh, day, articlesThatDay },
  };
  return { records, changes };
}

function isEqual(some: readonly KnownItem[], others: readonly KnownItem[]): boolean {
  if (some.length !== others.length) return false;
  return some.every((item, i) => item.every((part, n) => part === others[i]?.[n]));
}
