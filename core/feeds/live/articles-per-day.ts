import { DAY } from "../../durations.ts";

/** How many articles were published on each day (UTC, in days since 1970), in no particular order. */
export type ArticlesPerDay = readonly (readonly [day: number, articles: number])[];

/** The day of a time in ms since 1970. */
export function dayOf(time: number): number {
  return Math.floor(time / DAY);
}

/** The start of a day in ms since 1970. */
export function startOfDay(day: number): number {
  return day * DAY;
}

/** Counts publication times, given in ms since 1970, by day. */
export function countDays(times: Iterable<number>): ArticlesPerDay {
  const counts = new Map<number, number>();
  for (const time of times) counts.set(dayOf(time), (counts.get(dayOf(time)) ?? 0) + 1);
  return [...counts];
}

/** The sum of several counts. */
export function sumDays(counts: readonly ArticlesPerDay[]): ArticlesPerDay {
  const sums = new Map<number, number>();
  for (const [day, articles] of counts.flat()) sums.set(day, (sums.get(day) ?? 0) + articles);
  return [...sums];
}

/** The first counts less the second; days without articles are left out. */
export function subtractDays(counts: ArticlesPerDay, less: ArticlesPerDay): ArticlesPerDay {
  const gone = new Map(less);
  return counts
    .map(([day, articles]) => [day, articles - (gone.get(day) ?? 0)] as const)
    .filter(([, articles]) => articles > 0);
}

/** The counts of a day and all days after it. */
export function daysFrom(counts: ArticlesPerDay, first: number): ArticlesPerDay {
  return counts.filter(([day]) => day >= first);
}

/** The number of articles on all days. */
export function articlesIn(counts: ArticlesPerDay): number {
  return counts.reduce((sum, [, articles]) => sum + articles, 0);
}
