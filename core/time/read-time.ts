import { HOUR, MINUTE, SECOND } from "../durations.ts";
import { startOfDay } from "./calendar-day.ts";
import { monthOf } from "./month-name.ts";
import { zoneOffset } from "./zone-offset.ts";

/** A time that was read from a text. */
export interface TimeRead {
  /** ms since 1970. */
  readonly time: number;
  readonly hasTimeOfDay: boolean;
  /** Whether the text names a zone that is known; otherwise the time is read as UTC. */
  readonly hasZone: boolean;
}

/** The longest text that is examined, in UTF-16 code units. */
const MAX_LENGTH = 100;
/** Words that are no part of the date: an article's weekday, and “Published on” in front of it. */
const MOST_OTHER_WORDS = 4;

const TIME_OF_DAY =
  /(?<![\d:.])(\d{1,2}):(\d{1,2})(?::(\d{1,2}(?:[.,]\d+)?))?(?![\d:])(?:\s*([ap])\.?m\b\.?)?|(?<![\d:.])(\d{1,2})\s*([ap])\.?m\b\.?/i;
/** What stands for “in the morning” and “in the afternoon” before a time, in Korean, Chinese and Japanese. */
const HALF_BEFORE = /(오전|오후|上午|下午|午前|午後)\s*(?=\d)/;
/** Year first, then month and day. */
const YEAR_FIRST = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
/** Day and month before the year. */
const YEAR_LAST = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
const EAST_ASIAN = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/;

/**
 * Reads a time as people and programs write it: a date in any usual order, with the name of the month in one of some fifty
 * languages, digits of any script, a time of day of 12 or 24 hours, and a zone. Dates in the Persian and the Buddhist calendar
 * are known by their years.
 *
 * Returns `null` for everything else: no year, a day that the calendar lacks, a date with slashes or hyphens in which
 * day and month could be either, or words that belong to no time.
 *
 * @param language tag of the text's language, by which names of months are told apart; empty where it is not known
 */
export function readTime(text: string, language = ""): TimeRead | null {
  if (text.length > MAX_LENGTH) return null;
  const plain = withPlainFigures(text);
  const clock = timeOfDay(plain);
  if (clock === undefined) return null;
  const { date, after } = clock ?? { date: plain, after: "" };
  // Unix writes the year behind the zone: Mon Nov 23 10:00:00 CET 2026.
  const [yearBehind, year] = /\s((?:19|20)\d\d)\s*$/.exec(after) ?? [];
  const day = dayOf(yearBehind === undefined ? date : `${date} ${year}`, language);
  if (day === null) return null;
  const zone = yearBehind === undefined ? after : after.slice(0, -yearBehind.length);
  if (clock !== null && !isZone(zone)) return null;
  const local = day.start + (clock?.sinceMidnight ?? (day.hour ?? 0) * HOUR);
  const offset = zoneOffset(clock === null ? day.rest : zone, local);
  return {
    time: local - (offset ?? 0),
    hasTimeOfDay: clock !== null || day.hour !== null,
    hasZone: offset !== null,
  };
}

/** Digits of other scripts as ours, without signs of direction, and hours and minutes in one way. */
function withPlainFigures(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\p{Nd}/gu, (digit) => String(figureOf(digit)))
    .replace(/[\u00a0\u202f\s]+/g, " ")
    .replace(
      /(\d{1,2})\s*[時时點点시]\s*(?:(\d{1,2})\s*[分분])?/g,
      (_, hour, minute = "00") => `${hour}:${minute}`,
    )
    .replace(
      /(?<!\d)(\d{1,2})\s?h\s?(\d\d)?(?![\da-z])/gi,
      (_, hour, minute = "00") => `${hour}:${minute}`,
    )
    .replace(/(\d)(?:st|nd|rd|th|er|º|ª)(?![\p{L}\d])/giu, "$1")
    .replace(/tháng\s+(?=\d)/gi, "month")
    .trim();
}

/** The value of a decimal digit: each script has its ten in a row, and its zero is the first that is one. */
function figureOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

interface Clock {
  /** ms */
  readonly sinceMidnight: number;
  /** The text before the time of day. */
  readonly date: string;
  /** The text after it. */
  readonly after: string;
}

/** The time of day in a text; `null` when there is none, `undefined` when there is no such time. */
function timeOfDay(text: string): Clock | null | undefined {
  const half = HALF_BEFORE.exec(text)?.[1];
  const plain = half === undefined ? text : text.replace(HALF_BEFORE, "");
  const found = TIME_OF_DAY.exec(plain);
  if (found === null) return null;
  const [all, hour = found[5], minute = 0, second = 0, mark = found[6]] = found;
  const isAfternoon = mark?.toLowerCase() === "p" || /^(?:오후|下午|午後)$/.test(half ?? "");
  const hours = hoursOf(Number(hour), isAfternoon, mark !== undefined || half !== undefined);
  const seconds = Number(String(second).replace(",", "."));
  if (hours === null || Number(minute) > 59 || seconds >= 61) return undefined;
  return {
    sinceMidnight: hours * HOUR + Number(minute) * MINUTE + Math.round(seconds * SECOND),
    date: plain.slice(0, found.index).replace(/(?<=\d)T$/, ""),
    after: plain.slice(found.index + all.length),
  };
}

function hoursOf(hour: number, isAfternoon: boolean, isHalf: boolean): number | null {
  if (hour > 24) return null;
  if (!isHalf || hour > 12) return hour;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

/** A zone, or one word that is none that is known, also in brackets. */
function isZone(text: string): boolean {
  return /^\s*(?:Uhr\b|น\.|ч\.|hod\.)?\s*(?:[a-z]{0,12}(?:\/[a-z_]+)*\s*(?:[+\u2212-]\d{1,2}(?::?\d\d)?)?\s*[a-z]{0,4}\s*)?(?:[([][^)\]]*[)\]]?)?$/iu.test(
    text,
  );
}

interface Day {
  /** ms since 1970, in UTC. */
  readonly start: number;
  /** An hour without minutes behind the date. */
  readonly hour: number | null;
  /** What stands behind the date. */
  readonly rest: string;
}

function dayOf(text: string, language: string): Day | null {
  const inFigures = dayInFigures(text);
  return inFigures === undefined ? dayInWords(text, language) : inFigures;
}

/** A day written without words; `undefined` when there is none, `null` when it is none that can be told. */
function dayInFigures(text: string): Day | null | undefined {
  const first = YEAR_FIRST.exec(text) ?? EAST_ASIAN.exec(text);
  if (first !== null) {
    const [month, day] = first.slice(-2).map(Number);
    return dayAt(text, first, Number(first[1]), month ?? 0, day ?? 0);
  }
  const last = YEAR_LAST.exec(text);
  if (last === null) return undefined;
  const [one, other] = [Number(last[1]), Number(last[3])];
  // With dots the day always comes first. Otherwise a number over 12 tells which of the two is the day.
  if (last[2] === "." || one > 12) return dayAt(text, last, Number(last[4]), other, one);
  return other > 12 ? dayAt(text, last, Number(last[4]), one, other) : null;
}

function dayAt(
  text: string,
  { 0: all, index }: RegExpExecArray,
  year: number,
  month: number,
  day: number,
): Day | null {
  const start = startOfDay(year, month, day);
  const before = text.slice(0, index).match(/[\p{L}\d]+/gu) ?? [];
  const isClean = before.length <= MOST_OTHER_WORDS && before.every((word) => /^\p{L}/u.test(word));
  const rest = text.slice(index + all.length);
  if (start === null || !isClean || !/^[\s,.\-–—|T]*(?:\p{L}+\.?[\s,]*)?$/u.test(rest)) return null;
  return { start, hour: null, rest };
}

/** A day with the name of its month. */
function dayInWords(text: string, language: string): Day | null {
  const tokens = text.match(/[\p{L}\p{M}]+\d*|\d+|(?<=\s)[+\u2212-]\d{2}:?\d{2}$/gu) ?? [];
  const numbers: string[] = [];
  let month: number | null = null;
  let others = 0;
  for (const [at, token] of tokens.entries()) {
    if (/^[+\u2212-]/.test(token) && at === tokens.length - 1 && numbers.length > 2) break;
    if (/^\d/.test(token)) {
      numbers.push(token);
      continue;
    }
    const found = /^month\d/.test(token) ? Number(token.slice(5)) : monthOf(token, language);
    if (month === null && found !== null) month = found;
    else if (++others > MOST_OTHER_WORDS) return null;
  }
  return month === null ? null : dayOfNumbers(numbers, month, text);
}

/** Day and year, in either order, and perhaps an hour; a year of two figures stands last. */
function dayOfNumbers(numbers: readonly string[], month: number, text: string): Day | null {
  const at = numbers.findIndex((one) => one.length === 4);
  const isShort = at === -1 && numbers.length === 2 && numbers[1]?.length === 2;
  const year = isShort ? fullYear(Number(numbers[1])) : Number(numbers[at]);
  const [day, hour, ...more] = numbers.filter((_, index) => index !== (isShort ? 1 : at));
  if (Number.isNaN(year) || day === undefined || day.length > 2 || more.length > 0) return null;
  const start = startOfDay(year, month, Number(day));
  if (start === null || Number(hour ?? 0) > 23 || (hour?.length ?? 0) > 2) return null;
  const rest = /(?<=\s)[+\u2212-]\d\d:?\d\d$/.exec(text)?.[0] ?? "";
  return { start, hour: hour === undefined ? null : Number(hour), rest };
}

/** RFC 2822, 4.3, though feeds of the years before 1970 do not exist. */
function fullYear(short: number): number {
  return short + (short < 70 ? 2000 : 1900);
}
