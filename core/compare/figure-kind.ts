import { meaningOf, meansPeople } from "./event-words.ts";
import { numberWord } from "./number-words.ts";
import { isSameForm, isSameWord } from "./same-word.ts";
import { isContentWord, type TextWord } from "./text-words.ts";
import { wordForm } from "./word-form.ts";

/** What a figure counts or measures. */
export type FigureKind =
  /** One of the things that news count most, in whatever words and language. */
  | { readonly counts: CountedThing }
  /** Things named by the word behind the figure, folded. */
  | { readonly unit: string }
  /** A share, an amount of money or a measure, which say what they are of only by the words around them. */
  | { readonly measure: string; readonly around: readonly TextWord[] };

const COUNTED = [
  "dead",
  "hurt",
  "missing",
  "rescued",
  "arrested",
  "evacuated",
  "aboard",
  "homes",
  "houses",
] as const;
export type CountedThing = (typeof COUNTED)[number];

/** Where a figure stands among the words: its first word, the first behind it, and the first with its qualifier. */
interface FigurePlace {
  readonly at: number;
  readonly next: number;
  readonly qualified: number;
}

/** Most words before and behind a figure that say what it counts. */
const WINDOW = 5;
const CJK_WINDOW = 8;
const CLAUSE_END = /[.;:!?…,،؛。、「」()（）«»“”"–—]/u;
const AND = /^(?:and|und|et|y|e|i|و|sowie|ainsi|but|aber|mais|pero)$/;
const PERCENT = /^\s*[%٪％]/u;
const PERCENT_WORDS =
  /^(?:\s*(?:per ?cent|prozent|pour cent|por ciento|por cento|per cento|protsent\p{L}*|بالميه|بالمايه|في الميه|في المايه))/u;
const MONEY_SIGN = /[$€£¥]\s?$/u;
const MONEY_BEHIND = /^\s?[$€£¥]/u;
const MONEY =
  /^(?:dollars?|euros?|pounds?|pfund|livres|libras|pesos?|yen|yuan|rubl\p{L}*|franken|francs?|kron\p{L}*|دولار\p{L}*|يورو|دينار\p{L}*|جنيه\p{L}*|ريال\p{L}*|درهم\p{L}*|円|元)$/u;
/** Durations, lengths, weights and the like: folded beginnings. */
const DURATION =
  /^(?:seconds?|minut|hours?|days?|weeks?|months?|years?|sekund|stunde|tag(?:e|en)?$|woche|monat|jahr|secondes?|heures?|jours?|semaine|mois$|ans?$|annee|horas?|dias?|semana|mes(?:es)?$|ano|anos|giorni|mesi|anni|let$|god|dney|dnya|chas|عام|سنه|سنوات|يوم|ايام|شهر|اشهر|ساعه|ساعات|年|時間|日間)/u;
/** A force, level or the like that stands before its figure, by what it is. */
const BEFORE: readonly (readonly [words: RegExp, unit: string])[] = [
  [/^(?:magnitud|starke|بقوه|震度)/u, "magnitude"],
];
/** Counted things that are no people, though something happens to them that happens to people. */
const NO_PEOPLE =
  /^(?:sheep|cattle|cow|dog|cat|bird|animal|wolf|wolves|village|town|school|building|flight|tree|ship|boat|car|train|schaf|tier|vogel|hund|dorf|schule|gebaude|baum|schiff|mouton|animaux|village|ecole|batiment|oiseau|oveja|animal|pueblo|escuela|edificio|arbol|barco|قري|مدرس|مبن)/;

/** What a figure counts, and where the words end that say its unit (`4 percent`, `3 million euros`). */
export function kindOf(
  text: string,
  words: readonly TextWord[],
  place: FigurePlace,
  language: string | null,
): { readonly kind: FigureKind | null; readonly end: number } {
  const [first, last] = [words[place.at], words[place.next - 1]] as [TextWord, TextWord];
  const behind = text.slice(last.end, last.end + 24);
  const sign = PERCENT.exec(behind)?.[0] ?? PERCENT_WORDS.exec(wordForm(behind))?.[0];
  if (sign !== undefined)
    return measured("percent", last.end + sign.length, sign.trim() === sign ? 0 : 1);
  const unit = nounBehind(words, place);
  if (
    MONEY_SIGN.test(text.slice(Math.max(0, first.start - 2), first.start)) ||
    MONEY_BEHIND.test(behind)
  )
    return measured("money", last.end, 0);
  if (unit !== null && MONEY.test(unit.form)) return measured("money", unit.end, 1);
  if (unit !== null && DURATION.test(unit.form)) return measured(unit.form, unit.end, 1);
  const before = clauseBefore(words, place.qualified).slice(0, 2);
  const level = BEFORE.find(([pattern]) => before.some(({ form }) => pattern.test(form)))?.[1];
  if (level !== undefined) return { kind: { unit: level }, end: last.end };
  const counted = countedThing(words, place, language) ?? countedInCjk(behind, language);
  if (counted !== null && (unit === null || !NO_PEOPLE.test(unit.form)))
    return { kind: { counts: counted }, end: last.end };
  if (unit === null || meansPeople(unit.form) || !isContentWord(unit))
    return { kind: null, end: last.end };
  return { kind: { unit: unit.form }, end: last.end };

  function measured(measure: string, end: number, skip: number) {
    const around = [
      ...clauseBefore(words, place.qualified),
      ...clauseBehind(words, place.next + skip, language),
    ].filter(
      (word) =>
        isContentWord(word) &&
        !/\d/.test(word.form) &&
        numberWord(word.form, language) === null &&
        // A name says who, not what.
        (language === "de" || !/^\p{Lu}/u.test(word.text)),
    );
    return { kind: { measure, around }, end };
  }
}

/** Whether two figures count the same thing, as far as their texts say. */
export function isSameKind(a: FigureKind | null, b: FigureKind | null): boolean {
  if (a === null || b === null) return false;
  if ("counts" in a) return "counts" in b && a.counts === b.counts;
  if ("unit" in a) return "unit" in b && isSameForm(a.unit, b.unit);
  if (!("measure" in b) || !(a.measure === b.measure || isSameForm(a.measure, b.measure)))
    return false;
  return a.around.some((word) => b.around.some((other) => isSameWord(word, other)));
}

/** The thing that news count most which is named next to the figure: behind it first, then before it. */
function countedThing(
  words: readonly TextWord[],
  place: FigurePlace,
  language: string | null,
): CountedThing | null {
  const near = [
    ...clauseBehind(words, place.next, language),
    ...clauseBefore(words, place.qualified),
  ];
  for (const word of near) {
    const meaning = COUNTED.find((thing) => thing === word.meaning);
    if (meaning !== undefined) return meaning;
  }
  return null;
}

/** The same in Japanese and Chinese, where the browser's dictionaries part such words in different ways. */
function countedInCjk(behind: string, language: string | null): CountedThing | null {
  if (language !== "ja" && language !== "zh") return null;
  const [clause = ""] = behind.slice(0, CJK_WINDOW).split(/[\d、。，；\p{P}]/u);
  return COUNTED.find((thing) => thing === meaningOf(clause)) ?? null;
}

/** The word directly behind a figure, in the same clause. */
function nounBehind(words: readonly TextWord[], { next }: FigurePlace): TextWord | null {
  const word = words[next];
  return word === undefined || CLAUSE_END.test(word.before) ? null : word;
}

/** Words behind a figure up to the end of the clause, an “and”, or the next number; the nearest first. */
function clauseBehind(
  words: readonly TextWord[],
  from: number,
  language: string | null,
): TextWord[] {
  const found: TextWord[] = [];
  for (const word of words.slice(from, from + WINDOW)) {
    const isNumber = /\d/.test(word.form) || numberWord(word.form, language) !== null;
    // The Arabic “and” is written together with a verb: “and three were missing”.
    const isAnd =
      AND.test(word.form) || (/^و/u.test(word.form) && meaningOf(word.form.slice(1)) !== null);
    if (CLAUSE_END.test(word.before) || isAnd || isNumber) break;
    found.push(word);
  }
  return found;
}

/** Words before a figure in its clause, the nearest first. */
function clauseBefore(words: readonly TextWord[], until: number): TextWord[] {
  const found: TextWord[] = [];
  for (let at = until - 1; at >= 0 && found.length < WINDOW; at--) {
    if (CLAUSE_END.test(words[at + 1]?.before ?? "")) break;
    const word = words[at] as TextWord;
    if (AND.test(word.form)) break;
    found.push(word);
  }
  return found;
}
