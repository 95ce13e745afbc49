import { DAY, HOUR } from "../durations.ts";
import { mendTime } from "../record/time-text.ts";
import { readTime, type TimeRead } from "../time/read-time.ts";

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
 * @param language tag of the page's language; empty where it is not known
 */
export function publicationTime(
  texts: readonly string[],
  now: number,
  language = "",
): number | null {
  const times = texts
    .map((text) => readWithin(text, language))
    .filter((one) => one !== null)
    .filter(({ time }) => time <= now + MOST_AHEAD);
  const [first] = times;
  if (first === undefined) return null;
  return times
    .filter(({ time }) => Math.abs(time - first.time) <= SAME_DAY)
    .reduce((best, one) => (exactness(one) > exactness(best) ? one : best)).time;
}

/**
 * A time as pages and feeds write it (as in records, in figures, or in words of many languages) in ms since 1970; `null` when it
 * cannot be read or is not between 1990 and 2100.
 */
export function pageTime(text: string, language = ""): number | null {
  return readWithin(text, language)?.time ?? null;
}

/** Figures run together: `20261127T100000Z`. */
const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(?=$|\D)/;

function readWithin(text: string, language: string): TimeRead | null {
  const plain = text
    .trim()
    .replace(
      BASIC,
      (_, year, month, day, hour, minute, second = "00") =>
        `${year}-${month}-${day} ${hour}:${minute}:${second}`,
    );
  const read = /^-?\d{9,}(?:\.\d+)?$/.test(plain) ? readNumber(plain) : readTime(plain, language);
  return read !== null && read.time >= EARLIEST && read.time < LATEST ? read : null;
}

/** Seconds or milliseconds since 1970. */
function readNumber(text: string): TimeRead {
  return { time: Date.parse(mendTime(text)), hasTimeOfDay: true, hasZone: true };
}

function exactness({ hasTimeOfDay, hasZone }: TimeRead): number {
  return Number(hasTimeOfDay) + Number(hasZone);
}
