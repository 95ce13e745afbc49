import { pageTime } from "../../page/page-time.ts";
import { startOfDay } from "../../time/calendar-day.ts";

/** A date in ISO 8601 without separators, or of which month and day may be missing. */
const PARTIAL = /^(\d{4})(?:-?(\d\d))?(?:-?(\d\d))?$/;

/**
 * A time as feeds write it (RFC 822, ISO 8601 and variants of these, or in words) in ms since 1970; `null` when it cannot be read
 * or is not between 1990 and 2100. A time without a zone is read as UTC.
 *
 * @param language tag of the feed's language; empty where it is not known
 */
export function feedTime(text: string, language = ""): number | null {
  const [found, year, month = 1, day = 1] = PARTIAL.exec(text.trim()) ?? [];
  if (found === undefined) return pageTime(text, language);
  const start = startOfDay(Number(year), Number(month), Number(day));
  return start === null ? null : pageTime(new Date(start).toISOString());
}
