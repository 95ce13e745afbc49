import { withoutArabicArticle } from "./event-words.ts";
import type { TextWord } from "./text-words.ts";

/** Least beginning that two forms of one word share: of long words, and of words that are hardly longer. */
const LONG_BEGINNING = 5;
const SHORT_BEGINNING = 4;
/** How much longer than that beginning the shorter word may be. */
const SHORT_ENDING = 2;
/** Least share of the shorter word that a long beginning has to be. */
const LEAST_SHARE = 0.6;
/** Least length of a word that is a part of a compound. */
const PART_OF_COMPOUND = 4;
/** Least length of words whose consonants are compared (`Mohammed`, `Muhammad`), and least number of consonants. */
const SPELLED_DIFFERENTLY = 5;
const CONSONANTS = 3;
const ARABIC = /\p{sc=Arab}/u;
/** Endings of plural, dual, feminine and possession, folded; at least three letters stay. */
const ARABIC_ENDING = /(?<=.{3})(?:ات|ون|ين|ان|يه|وا|ها|هم|تا|ت|ه|ي|ا)$/u;

/**
 * Whether two words may be one word in two forms: inflected, derived, part of a compound, spelled differently, or of one
 * meaning in our list. It says yes in doubt, since a word is marked only when nothing like it is found.
 *
 * @param a neither of them a function word
 */
export function isSameWord(a: TextWord, b: TextWord): boolean {
  if (a.form === b.form) return true;
  if (/\d/.test(a.form) || /\d/.test(b.form)) return false;
  return (a.meaning !== null && a.meaning === b.meaning) || isSameForm(a.form, b.form);
}

/** The same, without our list of meanings. */
export function isSameForm(a: string, b: string): boolean {
  const [one, other] = [a.replace(/ves$/, "f"), b.replace(/ves$/, "f")];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === long) return true;
  if (ARABIC.test(short)) return isSameArabicForm(short, long);
  if (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(short)) return long.includes(short);
  const beginning = commonBeginning(short, long);
  if (beginning >= LONG_BEGINNING && beginning >= LEAST_SHARE * short.length) return true;
  if (beginning >= SHORT_BEGINNING && beginning >= short.length - SHORT_ENDING) return true;
  if (short.length >= PART_OF_COMPOUND && (long.endsWith(short) || long.startsWith(short)))
    return true;
  const consonants = consonantsOf(short);
  return (
    short.length >= SPELLED_DIFFERENTLY &&
    consonants.length >= CONSONANTS &&
    short[0] === long[0] &&
    consonants === consonantsOf(long)
  );
}

function isSameArabicForm(a: string, b: string): boolean {
  const [one, other] = [arabicStem(a), arabicStem(b)];
  return one.includes(other) || other.includes(one);
}

function arabicStem(form: string): string {
  const bare = withoutArabicArticle(form).replace(/^[وفبلك](?=.{3})/u, "");
  return bare.replace(ARABIC_ENDING, "").replace(ARABIC_ENDING, "");
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Without vowels and doubled letters; `ae` for `ä` makes no difference. */
function consonantsOf(form: string): string {
  return form.replace(/[aeiouy]/g, "").replace(/(.)\1+/gu, "$1");
}
