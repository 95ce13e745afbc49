import { headlineChanges } from "../compare/version-changes.ts";
import { DAY } from "../durations.ts";
import type { FeedState } from "../feeds/poll/feed-state.ts";
import type { ArticleSummary } from "../segment/article-summary.ts";
import { addressKey } from "../url/url-key.ts";

/** An article of a live outlet, as stories of the day are made of it. Times are in ms since 1970. */
export interface TodayArticle
  extends Pick<ArticleSummary, "type" | "language" | "marks" | "outlet"> {
  /** URL key: a later version of the article has the same one. */
  readonly key: string;
  readonly url: string;
  readonly title: string;
  /** Empty when there is none. */
  readonly excerpt: string;
  readonly published: number;
  /**
   * Whether its outlet states that time, with a clock. Where it is only when the article was first seen, or a bare date,
   * nothing is said about who was first.
   */
  readonly isTimeStated: boolean;
  /** When the article was first seen in a feed; `published` where that is not known. */
  readonly seenAt: number;
  /** Whether the words of its headline have changed since. */
  readonly isChanged: boolean;
}

/** When articles were first seen in feeds, and which of them state no time of their own, by URL key. */
export interface SeenTimes {
  readonly seenAt: ReadonlyMap<string, number>;
  readonly withoutTime: ReadonlySet<string>;
}

/** What the states of all feeds tell about times: an item without a time was published when it was first seen. */
export function seenTimes(states: readonly Pick<FeedState, "known">[]): SeenTimes {
  const seenAt = new Map<string, number>();
  const withoutTime = new Set<string>();
  for (const { known } of states)
    for (const [key, , firstSeen, published] of known) {
      seenAt.set(key, Math.min(firstSeen, seenAt.get(key) ?? firstSeen));
      if (firstSeen === published) withoutTime.add(key);
    }
  return { seenAt, withoutTime };
}

/** An article of a segment; `null` where it has no time. */
export function todayArticle(
  { url, title, excerpt, published, type, language, marks, outlet, history }: ArticleSummary,
  { seenAt, withoutTime }: SeenTimes,
): TodayArticle | null {
  if (published === null) return null;
  const key = addressKey(url);
  // A date without a time of day is stored as midnight UTC.
  const isTimeStated = published % DAY !== 0 && !withoutTime.has(key);
  return {
    key,
    url,
    title,
    excerpt,
    published,
    isTimeStated,
    type,
    language,
    marks,
    outlet,
    seenAt: seenAt.get(key) ?? published,
    isChanged: headlineChanges({ title, excerpt, history }) > 0,
  };
}
