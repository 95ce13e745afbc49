import {
  type ArticlesPerDay,
  articlesIn,
  dayOf,
  daysFrom,
  startOfDay,
} from "./articles-per-day.ts";

/** How much is kept of live articles. */
export interface LiveLimits {
  /** Days after publication for which articles are kept. */
  readonly days: number;
  /** Most bytes that the articles may take. */
  readonly bytes: number;
}

/** Which live articles are kept. */
export interface Cut {
  /** Articles published on this day (`dayOf`) or later are kept. */
  readonly firstDay: number;
  /** Most articles of the first day that are kept, those that arrived last. */
  readonly ofFirstDay: number;
}

/**
 * Removing expired articles rewrites the others. It is therefore done only when the expired ones are this share of
 * all articles, so that an article is rewritten ten times at most, or when an article has been expired for this share
 * of the retention time.
 */
const EXPIRED_SHARE = 0.1;
/** When the size exceeds the limit, it is reduced to this share of the limit. */
const CUT_TO = 0.9;

/**
 * The articles that are not expired.
 *
 * @param now ms since 1970
 */
export function cutByAge(now: number, { days }: LiveLimits): Cut {
  return { firstDay: dayOf(now - startOfDay(days)), ofFirstDay: Number.POSITIVE_INFINITY };
}

/**
 * Whether expired articles should be removed: there are many of them, or some expired long ago. The latter happens
 * when the user has shortened the retention time.
 */
export function isCutDue(
  counts: ArticlesPerDay,
  { firstDay }: Cut,
  { days }: Pick<LiveLimits, "days">,
): boolean {
  const all = articlesIn(counts);
  const expired = all - articlesIn(daysFrom(counts, firstDay));
  const longExpired = all - articlesIn(daysFrom(counts, firstDay - EXPIRED_SHARE * days));
  return longExpired > 0 || (expired > 0 && expired >= EXPIRED_SHARE * all);
}

/**
 * The latest articles for which there is room; `null` when there is room for all.
 *
 * @param bytes that the articles take now
 */
export function cutBySize(counts: ArticlesPerDay, bytes: number, limits: LiveLimits): Cut | null {
  if (bytes <= limits.bytes) return null;
  let room = Math.floor((articlesIn(counts) * limits.bytes * CUT_TO) / bytes);
  for (const [day, articles] of counts.toSorted(([a], [b]) => b - a)) {
    if (articles > room) return { firstDay: day, ofFirstDay: room };
    room -= articles;
  }
  return null;
}

/** The articles that are kept by both age and size. */
export function bothCuts(age: Cut, size: Cut | null): Cut {
  return size === null || size.firstDay < age.firstDay ? age : size;
}
