import { AGENCIES } from "../story/copies/agencies.ts";
import { agencyMark } from "../story/copies/agency-mark.ts";
import { isSeriesWord } from "../story/words/series-words.ts";
import { isTitleCase } from "../story/words/title-case.ts";
import type { TextRange } from "../story/words/whole-words.ts";
import { meansPeople } from "./event-words.ts";
import { numberWord, scaleOf } from "./number-words.ts";
import { isContentWord, type TextWord, textWords } from "./text-words.ts";

/** A name in a text, as it is written there. */
export interface FoundName extends TextRange {
  readonly words: readonly TextWord[];
}

const SENTENCE_END = /[.!?:…]["”»“'’)]*\s+["“„«'‘(]*$|^["“„«'‘(]+$|[-–—]\s+$|[“„«]\s?$/u;
const CAPITALISED = /^\p{Lu}/u;
const ABBREVIATION = /^\p{Lu}{2,6}$/u;
/** Lower-case words inside a name. */
const PARTICLE =
  /^(?:of|de|del|della|di|da|do|dos|das|du|des|la|le|el|van|der|den|for|and|y|al|bin|ben)$/;
/** The same in German, where “der” and “des” join two nouns. */
const GERMAN_PARTICLE = /^(?:von|van|zu|zum|bin|al)$/;
/** What joins the words of a name. */
const JOINS = /^(?:\s|[-’']|\. )$/;
/** Abbreviations that are no names. */
const NO_NAME = /^(?:TV|AM|PM|OK|CEO|FAQ|VIP|PC|DNA|KI|AI|IA|USD|EUR|GMT|UTC|PDF|LIVE|UPDATE)$/;
const AGENCY = new Set(AGENCIES.flat());
const DATELINE = /^.{0,60}?[(（][^)）]{2,30}[)）]\s*[-–—]\s*/u;
/** English words that have a capital inside a sentence and name nothing. */
const ENGLISH_CAPITALS =
  /^(?:I|Mr|Mrs|Ms|Dr|Sir|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** Arabic words before the name of a person, and before that of a place; folded. */
const ARABIC_PERSON =
  /^و?(?:الرييس|الريس|المتحدث|الناطق|المدرب|المهاجم|اللاعب|القايد|المدير|الخبير|المحامي|الكاتب|الشيخ|السيد|السيده|الدكتور|الدكتوره|الامير|الملك|العميد|اللواء|النايب|المحافظ|العمده|وزير|وزيره|رييس|رييسه|مدير|مديره)$/;
const ARABIC_PLACE = /^[وب]?(?:ب?مدينه|محافظه|بلده|قريه|ولايه|جزيره|ميناء|مطار|نهر)$/;

/**
 * The names in a text: runs of capitalised words inside a sentence, abbreviations, and what stands in quotation marks or,
 * in Arabic, behind a title or “the city of”. The first word of a sentence proves nothing, nor does a capital in a headline in
 * title case; in German, where every noun has one, only two in a row count.
 *
 * @param language of the text (`guessLanguage`); without one only abbreviations and quotations are names
 */
export function namesIn(text: string, language: string | null): FoundName[] {
  const from = agencyMark(text) === null ? 0 : (DATELINE.exec(text)?.[0].length ?? 0);
  const words = textWords(text).filter(({ start }) => start >= from);
  if (language === "ar") return [...quoted(text, words), ...arabicNames(words)];
  const areCapitalsUsual = language !== "de" && isTitleCase(words.map((word) => word.text));
  const runs = areCapitalsUsual ? [] : capitalRuns(words, language);
  const abbreviations = isShouted(words)
    ? []
    : words.filter(({ text: word }) => ABBREVIATION.test(word) && !NO_NAME.test(word));
  const found = [...runs];
  const single = abbreviations.map((word) => ({ start: word.start, end: word.end, words: [word] }));
  for (const name of [...quoted(text, words), ...single])
    if (!found.some(({ start, end }) => start <= name.start && name.end <= end)) found.push(name);
  return found.filter(({ words: own }) => !own.some((word) => AGENCY.has(word.text)));
}

/** The word of a name by which it is recognised elsewhere: a person's last name. */
export function headOf({ words }: FoundName): TextWord {
  return words.at(-1) as TextWord;
}

function capitalRuns(words: readonly TextWord[], language: string | null): FoundName[] {
  if (language === null) return [];
  const found: FoundName[] = [];
  for (let at = 0; at < words.length; at++) {
    const run = runAt(words, at, language === "de" ? GERMAN_PARTICLE : PARTICLE);
    if (run.length === 0) continue;
    at += run.length - 1;
    const name = namePart(run, startsSentence(words[at - run.length + 1]), language);
    const [first] = name;
    if (first !== undefined)
      found.push({ start: first.start, end: (name.at(-1) as TextWord).end, words: name });
  }
  return found;
}

/** The capitalised words from a place on, with particles between them. */
function runAt(words: readonly TextWord[], at: number, particle: RegExp): TextWord[] {
  const run: TextWord[] = [];
  let length = 0;
  for (let i = at; i < words.length; i++) {
    const word = words[i] as TextWord;
    if (i > at && !JOINS.test(word.before)) break;
    if (CAPITALISED.test(word.text)) {
      run.push(word);
      length = run.length;
    } else if (run.length > 0 && particle.test(word.form)) run.push(word);
    else break;
  }
  return run.slice(0, length);
}

/** What of a run of capitalised words is a name; nothing where that is not sure. */
function namePart(
  run: readonly TextWord[],
  isFirst: boolean,
  language: string,
): readonly TextWord[] {
  const rest = run.filter(({ text }) => !ENGLISH_CAPITALS.test(text));
  if (rest.length < run.length) return [];
  const names = run.filter(({ text }) => CAPITALISED.test(text));
  if (language !== "de") {
    // “Drivers of Northline”: the first word of a sentence is no part of the name behind the particle.
    const isJoined = isFirst && run[1] !== undefined && !CAPITALISED.test(run[1].text);
    const own = isJoined
      ? run.slice(run.findIndex(({ text }, i) => i > 0 && CAPITALISED.test(text)))
      : run;
    return isFirst && names.length < 2 ? [] : own;
  }
  // The first word of a sentence may be an adjective or a verb.
  const own = isFirst ? run.slice(1) : run;
  const plain = own.some(
    (word) =>
      word.meaning !== null ||
      meansPeople(word.form) ||
      isSeriesWord(word.form) ||
      numberWord(word.form, language) !== null ||
      scaleOf(word.form, language) !== null ||
      GERMAN_QUANTITY.test(word.form),
  );
  return own.length < 2 || plain ? [] : own;
}

const GERMAN_QUANTITY =
  /^(?:prozent|euro|dollar|grad|liter|kilo\w*|meter|tonnen|hektar|hunderte?|dutzende?|anfang|mitte|ende|uhr|kubikmeter|stunden?|tagen?|jahren?)$/;

function startsSentence(word: TextWord | undefined): boolean {
  return word === undefined || SENTENCE_END.test(word.before) || word.before === "";
}

function isShouted(words: readonly TextWord[]): boolean {
  const long = words.filter(({ text }) => text.length > 3);
  return 2 * long.filter(({ text }) => text === text.toUpperCase()).length > long.length;
}

const QUOTATION = /[“„«「『"]\s?([^“„”«»「」『』"]{2,40}?)\s?[”“»」』"]/gu;
/** A longer quotation is what somebody said. */
const MOST_QUOTED_WORDS = 3;

/** Short quotations that are names: of ships, films, books. In scripts with capitals every word has one. */
function quoted(text: string, words: readonly TextWord[]): FoundName[] {
  return [...text.matchAll(QUOTATION)].flatMap(({ 0: all, index }) => {
    const own = words.filter(({ start, end }) => start >= index && end <= index + all.length);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined || own.length > MOST_QUOTED_WORDS) return [];
    const isName = own.every(({ text: word }) => !/\p{Ll}/u.test(word.slice(0, 1)));
    const isWhole = !/[.!?]/.test(all);
    return isName && isWhole ? [{ start: first.start, end: last.end, words: own }] : [];
  });
}

function arabicNames(words: readonly TextWord[]): FoundName[] {
  const found: FoundName[] = [];
  for (const [at, word] of words.entries()) {
    const isPlace = ARABIC_PLACE.test(word.form);
    if (!isPlace && !ARABIC_PERSON.test(word.form)) continue;
    // “The minister of health” has a word between title and name.
    const from = !isPlace && /^ال/.test(words[at + 1]?.form ?? "") ? at + 2 : at + 1;
    const name = words.slice(from, from + (isPlace ? 1 : 2));
    const isWhole = name.every((own) => own.before === " " && isContentWord(own));
    const isPerson = name.length === 2 && name.every(({ form }) => !/^(?:ال|[وبل]ال)/.test(form));
    const [first, last] = [name[0], name.at(-1)];
    if (first !== undefined && last !== undefined && isWhole && (isPlace || isPerson))
      found.push({ start: first.start, end: last.end, words: name });
  }
  return found;
}
