import { DAY } from "../durations.ts";

/** The times of which stories are shown: since midnight, the last 24 hours, the last three and seven days. */
export const SPANS = ["today", "day", "three-days", "week"] as const;
export type Span = (typeof SPANS)[number];

/** Articles of the longest span; what is older is not grouped. */
export const LONGEST_SPAN_MS = 7 * DAY;

/** When a span begins, in the user's time zone. Times are in ms since 1970. */
export function spanStart(span: Span, now: number): number {
  if (span === "today") return new Date(now).setHours(0, 0, 0, 0);
  return now - { day: DAY, "three-days": 3 * DAY, week: LONGEST_SPAN_MS }[span];
}
