import type { ArticleRecord } from "../../record/article-record.ts";
import type { FeedArticle } from "../read/feed-answer.ts";
import type { FeedState, KnownItem } from "./feed-state.ts";
import { localDay } from "./local-day.ts";

/** Most items of one feed that are remembered. */
const MAX_KNOWN = 2000;
/**
 * Of the items that the feed no longer contains, this many of the latest are remembered, or as many as the feed has
 * if that is more, since some come back. The number is bounded because all of them are read in each round of polls.
 */
const MAX_KNOWN_GONE = 300;

/** What a feed's items change. */
export interface NewItems {
  /** New and changed articles by their URL keys. */
  readonly records: ReadonlyMap<string, ArticleRecord>;
  /**
   * The URL keys of those that this feed had before, and says something else of now. An article that another feed of the
   * outlet has, too, is not among them: two feeds may say the same thing in different words all along.
   */
  readonly revised: ReadonlySet<string>;
  readonly changes: Pick<FeedState, "known" | "articles" | "day" | "articlesThatDay">;
}

/**
 * The new and changed articles among a feed's items, and what the feed's state remembers of them.
 *
 * A changed article keeps the earliest publication time by which this feed or another one of its outlet knew it. An
 * article without a time was published when it was first seen. A time that was in the future, and therefore not used (a
 * slow clock on this device), is used once it is past.
 *
 * @param articles the newest first
 * @param otherFeeds the known items of the outlet's other feeds
 * @param now ms since 1970
 */
export function newItems(
  old: FeedState,
  articles: readonly FeedArticle[],
  otherFeeds: readonly KnownItem[],
  now: number,
): NewItems {
  const before = new Map(old.known.map((item) => [item[0], item]));
  const others = Map.groupBy(otherFeeds, ([key]) => key);
  const known = new Map<string, KnownItem>();
  const records = new Map<string, ArticleRecord>();
  const revised = new Set<string>();
  const day = localDay(now);
  let added = 0;
  let addedToday = 0;
  for (const article of articles.slice(0, MAX_KNOWN)) {
    const { key, hash, record, isFutureDated } = article;
    // The newest comes first; a second item with the same key is the same article.
    if (known.has(key)) continue;
    const own = before.get(key);
    const all = [...(own === undefined ? [] : [own]), ...(others.get(key) ?? [])];
    const { firstSeen, published } = timesOf(record, all, now);
    const item = [key, hash, firstSeen, published] as const;
    known.set(key, isFutureDated ? [...item, isFutureDated] : item);
    if (own === undefined) added++;
    if (own === undefined && localDay(published) === day) addedToday++;
    if (hash === own?.[1] && published === own[3]) continue;
    if (own !== undefined && all.length === 1 && hash !== own[1]) revised.add(key);
    records.set(key, { ...record, publishedDateTime: dateTime(record, published) });
  }
  const gone = old.known.filter(([key]) => !known.has(key));
  const kept = gone.slice(0, Math.max(MAX_KNOWN_GONE, known.size));
  const all = [...known.values(), ...kept].slice(0, MAX_KNOWN);
  return {
    records,
    revised,
    changes: {
      // The old list itself where nothing has changed, so that it is not written again.
      known: isEqual(all, old.known) ? old.known : all,
      articles: old.articles + added,
      day,
      articlesThatDay: addedToday + (old.day === day ? old.articlesThatDay : 0),
    },
  };
}

/**
 * When an article was first seen and when it was published, ms since 1970.
 *
 * @param known what the feeds of its outlet know of it
 */
function timesOf({ publishedDateTime }: ArticleRecord, known: readonly KnownItem[], now: number) {
  const firstSeen = Math.min(now, ...known.map(([, , seen]) => seen));
  const hasTime = publishedDateTime !== undefined;
  const stated = hasTime ? Date.parse(publishedDateTime) : firstSeen;
  // An earlier poll took "now" for a time in the future; the stated time has become usable since.
  const believed = hasTime ? known.filter(([, , , , isFutureDated]) => !isFutureDated) : known;
  const published = Math.min(stated, ...believed.map(([, , , time]) => time));
  return { firstSeen, published };
}

/** The publication time as text: as the item writes it where that is the time that counts. */
function dateTime({ publishedDateTime }: ArticleRecord, published: number): string {
  if (publishedDateTime !== undefined && Date.parse(publishedDateTime) === published)
    return publishedDateTime;
  return new Date(published).toISOString();
}

function isEqual(some: readonly KnownItem[], others: readonly KnownItem[]): boolean {
  const isSame = (item: KnownItem, other: KnownItem | undefined) =>
    item.length === other?.length && item.every((part, n) => part === other[n]);
  return some.length === others.length && some.every((item, i) => isSame(item, others[i]));
}
