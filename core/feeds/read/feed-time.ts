import { HOUR, MINUTE, SECOND } from "../../durations.ts";
import { pageTime } from "../../page/page-time.ts";
import { monthOf } from "./month-name.ts";

/** UTC offsets, in hours, of the time zones that feeds name. Other names are read as UTC. */
const ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    EST: -5,
    EDT: -4,
    CST: -6,
    CDT: -5,
    MST: -7,
    MDT: -6,
    PST: -8,
    PDT: -7,
    AKST: -9,
    AKDT: -8,
    HST: -10,
    ART: -3,
    BRT: -3,
    WET: 0,
    WEST: 1,
    BST: 1,
    CET: 1,
    CEST: 2,
    MET: 1,
    MEZ: 1,
    MESZ: 2,
    SAST: 2,
    EET: 2,
    EEST: 3,
    MSK: 3,
    TRT: 3,
    IDT: 3,
    PKT: 5,
    IST: 5.5,
    WIB: 7,
    ICT: 7,
    HKT: 8,
    SGT: 8,
    PHT: 8,
    AWST: 8,
    JST: 9,
    KST: 9,
    ACST: 9.5,
    AEST: 10,
    AEDT: 11,
    NZST: 12,
    NZDT: 13,
  }),
);

/** A time as in e-mail (RFC 822) with the deviations found in feeds, as in `Sun, 10 March 24 8:5 GMT+0100`. */
const MAIL =
  /^(?:\p{L}+\.?,?\s*)?(\d{1,2})\.?[\s-]+(?:de\s+)?(\p{L}{3,})\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?\s*(?:([a-z]+)?\s*(?:([+-])(\d{1,2}):?(\d{2})?)?)(?:\s*\(.*\))?$/iu;
/** A time as C and Java write it: `Mon Nov 23 10:00:00 CET 2026`. */
const YEAR_LAST =
  /^\p{L}+\.?,?\s+(\p{L}+)\.?\s+(\d{1,2})\s+(\d{1,2}:\d\d(?::\d\d)?)\s+(\S+\s+)?(\d{4})$/u;
/** A date in ISO 8601 of which month and day may be missing. */
const PARTIAL = /^(\d{4})(?:-?(\d\d))?(?:-?(\d\d))?$/;
const MAX_LENGTH = 100;

/**
 * A time as feeds write it (RFC 822, ISO 8601 and variants of these) in ms since 1970; `null` when it cannot be read or is
 * not between 1990 and 2100. A time without a zone is read as UTC. A date with slashes is read only if the year comes
 * first, since otherwise the day and the month cannot be distinguished.
 */
export function feedTime(text: string): number | null {
  if (text.length > MAX_LENGTH) return null;
  const trimmed = text.trim().replace(YEAR_LAST, "$2 $1 $5 $3 $4").trim();
  const found = MAIL.exec(trimmed);
  const time = found === null ? partialTime(trimmed) : mailTime(found);
  if (found !== null && time === null) return null;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(trimmed) ?? [];
  if (day !== undefined && dayTime(Number(year), Number(month) - 1, Number(day)) === null)
    return null;
  // Converted to ISO 8601 and read again, so that the limits are checked in one place.
  return pageTime(
    time === null
      ? trimmed.replace(/^(\d{4}.*:\d\d.*[+-]\d\d)$/, "$1:00")
      : new Date(time).toISOString(),
  );
}

/** ms since 1970 of what `MAIL` matched; `null` when there is no such time. */
function mailTime(found: RegExpExecArray): number | null {
  const [, day, name = "", year = "", hour = 0, minute = 0, second = 0] = found;
  const [zone = "", sign, hours = 0, minutes = 0] = found.slice(7);
  const fullYear = Number(year) + (year.length > 2 ? 0 : Number(year) < 70 ? 2000 : 1900);
  const date = dayTime(fullYear, monthOf(name), Number(day));
  if (date === null || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  const local = date + Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
  const offset = (Number(hours) * HOUR + Number(minutes) * MINUTE) * (sign === "-" ? -1 : 1);
  return local - (sign === undefined ? (ZONES.get(zone.toUpperCase()) ?? 0) * HOUR : offset);
}

/** The start of a day, month or year, ms since 1970; `null` for anything else. */
function partialTime(text: string): number | null {
  const found = PARTIAL.exec(text);
  if (found === null) return null;
  const [, year, month = 1, day = 1] = found;
  return dayTime(Number(year), Number(month) - 1, Number(day));
}

/**
 * The start of a day, ms since 1970; `null` when the calendar has no such day.
 *
 * @param month from 0 to 11; `null` is no month
 */
function dayTime(year: number, month: number | null, day: number): number | null {
  const date = new Date(Date.UTC(year, month ?? 0, day));
  return month !== null && date.getUTCMonth() === month && date.getUTCDate() === day
    ? date.getTime()
    : null;
}
