import { DAY, HOUR, MINUTE } from "../durations.ts";
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
  const times = timesIn(texts, now, language);
  const [first] = times;
  if (first === undefined) return null;
  return times
    .filter(({ time }) => Math.abs(time - first.time) <= SAME_DAY)
    .reduce((best, one) => (exactness(one) > exactness(best) ? one : best)).time;
}

/** The start of a live blog in ms since 1970: the earliest of its times, of which some pages give the last update first. */
export function startOfLiveBlog(
  texts: readonly string[],
  now: number,
  language = "",
): number | null {
  const times = timesIn(texts, now, language);
  const exact = times.filter(({ hasTimeOfDay }) => hasTimeOfDay);
  const starts = (exact.length > 0 ? exact : times).map(({ time }) => time);
  return starts.length > 0 ? Math.min(...starts) : null;
}

/** A zone at the end of a text. */
const ZONE = /\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/;

/**
 * The times in the texts, without those that are not in UTC though they say so: where a page gives one clock time both with
 * UTC and with an offset, its program wrote local time as UTC.
 */
function timesIn(texts: readonly string[], now: number, language: string): TimeRead[] {
  const times = texts.flatMap((text) => {
    const read = readWithin(text, language);
    const clock = readWithin(text.trim().replace(ZONE, ""), language)?.time ?? Number.NaN;
    return read === null ? [] : [{ ...read, clock }];
  });
  const isFalse = ({ time, clock, hasZone }: (typeof times)[number]) =>
    hasZone &&
    time === clock &&
    times.some((one) => one.time !== one.clock && Math.abs(one.clock - clock) < MINUTE);
  return times.filter((one) => !isFalse(one) && one.time <= now + MOST_AHEAD);
}

/** A day in an address, as `/2024/03/10/` or as eight digits or with hyphens, and also with the month's English name. */
const DAY_IN_PATH =
  /(?<!\d)((?:19|20)\d\d)(?:([-/_])(\d\d?|[a-z]{3})\2(\d\d?)|\/?(\d\d)(\d\d))(?!\d)/i;

/** The day in the path of an address in ms since 1970, at its start in UTC; `null` where there is none that is past. */
export function dayInAddress(address: string, now: number): number | null {
  const path = URL.parse(address)?.pathname ?? "";
  const [, year = "", , month, day, twoOfMonth, twoOfDay] = DAY_IN_PATH.exec(path) ?? [];
  const [monthWritten, dayWritten] = [month ?? twoOfMonth ?? "", day ?? twoOfDay ?? ""];
  const text = /\d/.test(monthWritten)
    ? [year, monthWritten.padStart(2, "0"), dayWritten.padStart(2, "0")].join("-")
    : `${dayWritten} ${monthWritten} ${year}`;
  const time = pageTime(text, "en");
  return time !== null && time <= now + MOST_AHEAD ? time : null;
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
