import {
  type ArticlesPerDay,
  articlesIn,
  dayOf,
  daysFrom,
  startOfDay,
} from "./articles-per-day.ts";

/** What may be kept of live articles. */
export interface LiveLimits {
  /** For how many days after their publication. */
  readonly days: number;
  readonly bytes: number;
}

/** Which live articles stay. */
export interface Cut {
  /** Those published on this day (`dayOf`) and later. */
  readonly firstDay: number;
  /** So many of that day at most, those that came last. */
  readonly ofFirstDay: number;
}

/**
 * Articles that are too old are taken out once they are such a share of all, so that each is rewritten for it
 * ten times at most; or once one is too old by such a share of the days that it is kept for.
 */
const EXPIRED_SHARE = 0.1;
/** What is over the limit is cut to this share of it. */
const CUT_TO = 0.9;

/** What is young enough. @param now ms since 1970 */
export function cutByAge(now: number, { days }: LiveLimits): Cut {
  return { firstDay: dayOf(now - startOfDay(days)), ofFirstDay: Number.POSITIVE_INFINITY };
}

/**
 * Whether so many are too old, or some by so much, that they are to be taken out. The latter is so when the reader
 * keeps them for fewer days than before.
 *
 * @param cut by age
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
 * What there is room for, the latest; `null` where there is room for all.
 *
 * @param bytes that the articles take
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

/** What both leave. */
export function bothCuts(age: Cut, size: Cut | null): Cut {
  return size === null || size.firstDay < age.firstDay ? age : size;
}
