const HOUR = 3_600_000;
/** Differences below this are noise: time zones left out, updates, when a crawler came by. */
const LEAST_HOURS = 1;
/** Hours after which closeness has halved. */
const HALF_HOURS = 24;

/**
 * How close two articles are in time, from 1 down to 0: hyperbolic, so that coverage of a story a week old
 * is still found when nothing newer fits better (`docs/matching.md`). An article without a time is
 * close to all.
 *
 * @param a ms since 1970, or `null`
 */
export function timeCloseness(a: number | null, b: number | null): number {
  if (a === null || b === null) return 1;
  const hours = Math.max(LEAST_HOURS, Math.abs(a - b) / HOUR);
  return HALF_HOURS / (HALF_HOURS + hours);
}
