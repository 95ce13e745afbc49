import { HOUR } from "../../durations.ts";

/** Smaller differences are noise: missing time zones, updates, the moment a crawler came by. */
const LEAST_HOURS = 1;
/** Hours after which closeness has halved. */
const HALF_HOURS = 24;

/**
 * How close two articles are in time, from 1 (an hour or less) down to 0. The curve is a hyperbola, so that coverage
 * that is a week old is still found when nothing newer fits better (`docs/matching.md`). An article without a time is
 * close to all others.
 *
 * @param a ms since 1970, or `null`, like `b`
 */
export function timeCloseness(a: number | null, b: number | null): number {
  if (a === null || b === null) return 1;
  const hours = Math.max(LEAST_HOURS, Math.abs(a - b) / HOUR);
  return HALF_HOURS / (HALF_HOURS + hours);
}
