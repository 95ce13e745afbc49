import { mendTime } from "../record/time-text.ts";

/** Before the web there were no pages; later ones are typing errors. */
const EARLIEST = Date.UTC(1990);
const LATEST = Date.UTC(2100);
/** How far ahead of the reader's clock a page may say it was published: zones are mixed up. */
const MOST_AHEAD = 24 * 3_600_000;
/** Two times of one page that are no further apart tell of the same day somewhere on earth. */
const SAME_DAY = 36 * 3_600_000;

/**
 * The time a page was published out of the texts in which it says so, ms since 1970; `null` when none
 * can be read. The first counts, but a more exact one of about the same day is taken instead: a zone is
 * better than none, and a time of day better than a date. What has no zone is taken for UTC. A time more than
 * a day ahead is not believed.
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

/** ms since 1970 of a time as pages write it: as in records, with slashes, or in English words. */
export function pageTime(text: string): number | null {
  const mended = mendTime(text.trim().replace(/^(\d{4})\/(\d\d)\/(\d\d)/, "$1-$2-$3"));
  const time = /^\d{4}-\d\d-\d\dT/.test(mended)
    ? Date.parse(mended.replace(/ +(?=[+-]\d)/, "").replace(/ *(?:UTC|GMT)$/, "Z"))
    : timeInWords(mended);
  return time >= EARLIEST && time < LATEST ? time : null;
}

/** By its first letters, as engines know them; in other languages these mostly are the same month's. */
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
/** A day beside a month, before or after it: engines make a date of any words with a number in them. */
const DAY_AND_MONTH = new RegExp(`\\b\\d{1,2}[ .-]+${MONTH}|\\b${MONTH}[ -]+\\d{1,2}\\b(?!:)`, "i");
const YEAR = /\b(?:19|20)\d\d\b/;

/** `November 19, 2019, 07:47 PM EST`, `Tue Nov 19 2019 05:44:06 GMT+0000 (UTC)`: engines read these. */
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
