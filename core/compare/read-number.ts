import { isSeriesWord } from "../story/words/series-words.ts";
import { joinedNumber, numberWord, scaleOf } from "./number-words.ts";
import type { TextWord } from "./text-words.ts";

/** A number in a text, in digits or words. */
export interface ReadNumber {
  readonly value: number;
  /** Place of the first word after it, among the words of the text. */
  readonly next: number;
}

const DIGITS = /^(\d{1,3}(?:[.,'’٬]\d{3})+|\d+)(?:[.,٫](\d+))?(\p{L}*)$/u;
/** What stands between the parts of a range, a score, a date or a time. */
const JOINED = /^[-–—:/]$/;
const CLOCK = /^(?:am|pm|uhr|h|gmt|utc|cet|heures?|horas?)$/;
const MONTH_DAY = 31;

/**
 * Reads the number that begins at a word; `null` where there is none, or it counts nothing: a year, a date, a time,
 * a score, a range, an ordinal, part of a name (`Covid-19`) or of a compound (`two-year`).
 *
 * @param language of the text
 */
export function readNumber(
  words: readonly TextWord[],
  at: number,
  language: string | null,
): ReadNumber | null {
  const word = words[at];
  if (word === undefined || isJoinedTo(words[at - 1], word)) return null;
  const written = digitsAt(words, at) ?? wordsAt(words, at, language);
  if (written === null) return null;
  let { value, next } = written;
  for (let after = words[next]; after !== undefined; after = words[next]) {
    const scale = after.before.trim() === "" ? scaleOf(after.form, language) : null;
    if (scale === null) break;
    value *= scale;
    next++;
  }
  const after = words[next];
  if (after !== undefined && /^[-–:/]$/.test(after.before)) return null;
  const isPlain = next === at + 1;
  if (isPlain && isDateOrTime(words, at, value)) return null;
  return { value: Number(value.toPrecision(12)), next };
}

function digitsAt(words: readonly TextWord[], at: number): ReadNumber | null {
  const [, whole = "", decimals = "", suffix = ""] =
    DIGITS.exec(asciiDigits(words[at]?.form ?? "")) ?? [];
  if (whole === "") return null;
  let digits = whole.replace(/\D/g, "");
  let next = at + 1;
  // Thousands are parted by spaces in French and other languages.
  if (decimals === "" && suffix === "" && whole.length <= 3)
    while (
      /^\d{3}$/.test(words[next]?.form ?? "") &&
      /^[\s\u202f]$/u.test(words[next]?.before ?? "")
    )
      digits += words[next++]?.form;
  const scale = suffix === "" ? 1 : scaleOf(suffix.toLowerCase(), "en");
  if (scale === null) return null;
  return { value: Number(`${digits}.${decimals || 0}`) * scale, next };
}

function wordsAt(
  words: readonly TextWord[],
  at: number,
  language: string | null,
): ReadNumber | null {
  const value = numberWord(words[at]?.form ?? "", language);
  if (value === null) return null;
  const [second, third] = [words[at + 1], words[at + 2]];
  const unitsAt = second?.before === "-" ? at + 1 : second?.form === "y" && third ? at + 2 : null;
  if (unitsAt === null) return { value, next: at + 1 };
  const units = numberWord(words[unitsAt]?.form ?? "", language);
  const joined = units === null ? null : joinedNumber(value, units);
  return joined === null ? { value, next: at + 1 } : { value: joined, next: unitsAt + 1 };
}

function isJoinedTo(previous: TextWord | undefined, word: TextWord): boolean {
  return previous !== undefined && JOINED.test(word.before);
}

function isDateOrTime(words: readonly TextWord[], at: number, value: number): boolean {
  const [previous, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (/^(?:19|20)\d\d$/.test(word?.form ?? "")) return true;
  if (after?.before.trim() === "" && CLOCK.test(after.form)) return true;
  const isMonth = (other: TextWord | undefined) =>
    other !== undefined && isSeriesWord(other.form) && !/\d/.test(other.form);
  return (
    value <= MONTH_DAY &&
    /^\d+$/.test(word?.form ?? "") &&
    (isMonth(after) ||
      (word?.before === " " &&
        isMonth(previous) &&
        numberWord(previous?.form ?? "", null) === null))
  );
}

/** Digits of all scripts as those of ASCII. */
function asciiDigits(form: string): string {
  return form.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
}
