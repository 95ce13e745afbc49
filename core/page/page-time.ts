import { DAY, HOUR } from "../durations.ts";
import { mendTime } from "../record/time-text.ts";

/** There were no web pages before 1990, and a time after 2100 is a typing error. */
const EARLIEST = Date.UTC(1990);
const LATEST = Date.UTC(2100);
/** How far ahead of the user's clock a publication time may be, since pages confuse time zones. */
const MOST_AHEAD = DAY;
/** Two times of one page that are no further apart may mean the same day in different time zones. */
const SAME_DAY = 36 * HOUR;

/**
 * The publication time of a page from the texts in which it states one, in ms since 1970; `null` when none
 * can be read. The first one counts, unless a more exact one is of about the same day: a time with a zone is
 * better than one without, and a time of day better than a date. A time without a zone is read as UTC. A time
 * more than a day in the future is ignored.
 *
 * @param now ms since 1970
 */
export function publicationTime(texts: readonly string[], now: number): number | null {
  const times = texts
    .map((text) => ({ time: pageTime(text), exactness: exactness(text) }))
    .filter(
      (one): one is { time: number; exactness: number } =>
        one.time !== null && one.time <= now + MOST_AHEAD,
    );
  const [first] = times;
  if (first === undefined) return null;
  return times
    .filter(({ time }) => Math.abs(time - first.time) <= SAME_DAY)
    .reduce((best, one) => (one.exactness > best.exactness ? one : best)).time;
}

/**
 * A time as pages write it (as in records, with slashes, or in English words) in ms since 1970; `null` when
 * it cannot be read or is not between 1990 and 2100.
 */
export function pageTime(text: string): number | null {
  const mended = mendTime(text.trim().replace(/^(\d{4})\/(\d\d)\/(\d\d)/, "$1-$2-$3"));
  const time = /^\d{4}-\d\d-\d\dT/.test(mended)
    ? Date.parse(mended.replace(/ +(?=[+-]\d)/, "").replace(/ *(?:UTC|GMT)$/, "Z"))
    : timeInWords(mended);
  return time >= EARLIEST && time < LATEST ? time : null;
}

/** The first letters of a month in English, as `Date.parse` reads them. They mean the same month in most other languages. */
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
/** A day next to a month. Without this check `Date.parse` would make a date of any words with a number in them. */
const DAY_AND_MONTH = new RegExp(`\\b\\d{1,2}[ .-]+${MONTH}|\\b${MONTH}[ -]+\\d{1,2}\\b(?!:)`, "i");
const YEAR = /\b(?:19|20)\d\d\b/;

/** A time in words that `Date.parse` can read (`November 19, 2019, 07:47 PM EST`), in ms since 1970; NaN for anything else. */
function timeInWords(text: string): number {
  const plain = text.replace(/\(.*/, "");
  if (!DAY_AND_MONTH.test(plain) || !YEAR.test(plain)) return Number.NaN;
  return Date.parse(hasZone(plain) ? plain : `${plain} UTC`);
}

function exactness(text: string): number {
  return Number(/\d:\d\d/.test(text)) + Number(hasZone(text));
}

function hasZone(text: string): boolean {
  return /\d\s*(?:Z|[+-]\d\d:?\d\d)\s*$|(?:[A-Z]{3}|UT)(?:[+-]\d{4})?\s*(?:\(.*)?$/.test(text);
}
