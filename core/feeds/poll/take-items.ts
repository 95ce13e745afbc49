import type { ArticleRecord } from "../../record/article-record.ts";
import type { FeedArticle } from "../read/feed-answer.ts";
import type { FeedState, KnownItem } from "./feed-state.ts";
import { localDay } from "./local-day.ts";

/** Items of one feed that are remembered at most. */
const MAX_KNOWN = 2000;
/** So many of those that a feed has no more, the latest, or as many as it has: some come back. All are read at each round. */
const KNOWN_BESIDE = 300;

/** What there is to take of a feed's items. */
export interface TakenItems {
  /** New and changed articles by their URL keys. */
  readonly records: ReadonlyMap<string, ArticleRecord>;
  readonly changes: Pick<FeedState, "known" | "articles" | "day" | "articlesThatDay">;
}

/**
 * Takes in a feed's items. An article that has changed keeps the earliest time of publication it was known by,
 * to this feed or to another of its outlet; one that says none was published when it was first seen. Where a
 * time was not believed since it was of the future (a clock that was slow), it counts once it is not.
 *
 * @param elsewhere what is known of the items of its outlet's other feeds
 * @param now ms since 1970
 */
export function takeItems(
  old: FeedState,
  articles: readonly FeedArticle[],
  elsewhere: readonly KnownItem[],
  now: number,
): TakenItems {
  const before = new Map(old.known.map((item) => [item[0], item]));
  const others = Map.groupBy(elsewhere, ([key]) => key);
  const known = new Map<string, KnownItem>();
  const records = new Map<string, ArticleRecord>();
  const day = localDay(now);
  let [fresh, freshToday] = [0, 0];
  for (const { key, hash, record, isAhead } of articles.slice(0, MAX_KNOWN)) {
    // The newest comes first; what is in the feed twice is the same article.
    if (known.has(key)) continue;
    const own = before.get(key);
    const all = [...(own === undefined ? [] : [own]), ...(others.get(key) ?? [])];
    const firstSeen = Math.min(now, ...all.map(([, , seen]) => seen));
    const { publishedDateTime } = record;
    const stated = publishedDateTime === undefined ? firstSeen : Date.parse(publishedDateTime);
    const earlier = publishedDateTime === undefined ? all : all.filter((one) => !one[4]);
    const published = Math.min(stated, ...earlier.map((one) => one[3]));
    const item = [key, hash, firstSeen, published] as const;
    known.set(key, isAhead ? [...item, isAhead] : item);
    if (own === undefined) fresh++;
    if (own === undefined && localDay(published) === day) freshToday++;
    if (hash === own?.[1] && published === own[3]) continue;
    const isAsStated = publishedDateTime !== undefined && published === stated;
    const time = isAsStated ? publishedDateTime : new Date(published).toISOString();
    records.set(key, { ...record, publishedDateTime: time });
  }
  const beside = old.known.filter(([key]) => !known.has(key));
  const kept = beside.slice(0, Math.max(KNOWN_BESIDE, known.size));
  const all = [...known.values(), ...kept].slice(0, MAX_KNOWN);
  return {
    records,
    changes: {
      // The same list where nothing has changed: it is not written again.
      known: isEqual(all, old.known) ? old.known : all,
      articles: old.articles + fresh,
      day,
      articlesThatDay: freshToday + (old.day === day ? old.articlesThatDay : 0),
    },
  };
}

function isEqual(some: readonly KnownItem[], others: readonly KnownItem[]): boolean {
  const isSame = (item: KnownItem, other: KnownItem | undefined) =>
    item.length === other?.length && item.every((part, n) => part === other[n]);
  return some.length === others.length && some.every((item, i) => isSame(item, others[i]));
}
