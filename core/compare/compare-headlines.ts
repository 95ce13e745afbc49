import type { CountryNames } from "../story/words/country-names.ts";
import { FUNCTION_WORDS } from "../story/words/function-words.ts";
import { isTitleCase } from "../story/words/title-case.ts";
import type { TextRange } from "../story/words/whole-words.ts";
import type { ReadArticle } from "./compared-text.ts";
import { meansPeople } from "./event-words.ts";
import { isSameKind } from "./figure-kind.ts";
import { type Figure, isSameFigure } from "./figures.ts";
import { isSameWord } from "./same-word.ts";
import { isContentWord, type TextWord } from "./text-words.ts";

/**
 * What a comparison says of a part of a headline: all headlines say it, only this one does, or it is a figure of which another
 * article gives another value. Of the rest it says nothing.
 */
export type Mark = "common" | "own" | "differs";

/** A marked part of a headline. */
export interface MarkedRange extends TextRange {
  readonly mark: Mark;
}

/** Most short words between two marked ones that are marked with them (`storm in the north`: two would be too many). */
const MOST_BETWEEN = 1;

/** A headline with what its words are compared by. */
interface Headline {
  readonly read: ReadArticle;
  readonly countries: ReadonlyMap<string, string>;
  /** First letters of its words in order, to recognise abbreviations. */
  readonly initials: string;
}

/**
 * Compares the headlines of a story word by word (monolingual word alignment, in which a word may be aligned with several;
 * Sultan, Bethard & Sumner, “Back to basics for monolingual alignment”, TACL 2014). Words are compared among headlines of one
 * language, names and figures among all.
 *
 * @returns for each headline its marked parts in order, without overlaps
 */
export function compareHeadlines(
  articles: readonly ReadArticle[],
  countries: CountryNames,
): MarkedRange[][] {
  const headlines = articles.map((read): Headline => {
    const { words, text } = read.title;
    return {
      read,
      countries: countries.byWord(
        words.map(({ form }) => form),
        text,
      ),
      initials: words.map(({ form }) => form[0]).join(""),
    };
  });
  return headlines.map((headline) =>
    joined(
      marksOf(
        headline,
        headlines.filter((other) => other !== headline),
      ),
      headline,
    ).filter((mark) => mark.mark !== "own" || saysEnough(mark, headline)),
  );
}

function marksOf(headline: Headline, others: readonly Headline[]): MarkedRange[] {
  const { words, figures } = headline.read.title;
  const marks = figures.flatMap((figure): MarkedRange[] => {
    const mark = markOfFigure(figure, others);
    return mark === null ? [] : [{ start: figure.start, end: figure.numberEnd, mark }];
  });
  for (const word of words) {
    const isInFigure = figures.some(
      ({ start, numberEnd }) => start <= word.start && word.end <= numberEnd,
    );
    const mark = isInFigure ? null : markOfWord(word, headline, others);
    if (mark !== null) marks.push({ start: word.start, end: word.end, mark });
  }
  return marks.sort((a, b) => a.start - b.start);
}

function markOfFigure(figure: Figure, others: readonly Headline[]): Mark | null {
  const holds = (test: (other: Figure) => boolean) =>
    others.filter(({ read }) => read.title.figures.some(test)).length;
  const same = holds((other) => isSameFigure(figure, other));
  if (same > 0) return same === others.length ? "common" : null;
  const differs = others.some(({ read }) =>
    [...read.title.figures, ...read.excerpt.figures].some(
      (other) => isSameKind(figure.kind, other.kind) && !isSameFigure(figure, other),
    ),
  );
  if (differs) return "differs";
  return others.length > 0 ? "own" : null;
}

function markOfWord(word: TextWord, headline: Headline, others: readonly Headline[]): Mark | null {
  if (!isContentWord(word) || meansPeople(word.form)) return null;
  const { language } = headline.read;
  const sameLanguage = others.filter(({ read }) => read.language === language);
  if (language === null || sameLanguage.length === 0) return null;
  const isIn = (other: Headline) =>
    isAligned(word, headline, other) || isAbbreviated(word, headline, other);
  const count = sameLanguage.filter(isIn).length;
  if (count > 0) return count === sameLanguage.length ? "common" : null;
  // A name may be written in the same way in another language.
  return others.some(isIn) ? null : "own";
}

function isAligned(word: TextWord, headline: Headline, other: Headline): boolean {
  const country = headline.countries.get(word.form);
  if (country !== undefined && [...other.countries.values()].includes(country)) return true;
  return other.read.title.words.some((one) =>
    FUNCTION_WORDS.has(one.form) ? word.form === one.form : isSameWord(word, one),
  );
}

/** Whether a word is an abbreviation of words of the other headline, or one of words that the other abbreviates. */
function isAbbreviated(word: TextWord, headline: Headline, other: Headline): boolean {
  const isShort = ({ text }: TextWord) => /^\p{Lu}{2,6}$/u.test(text);
  if (isShort(word) && other.initials.includes(word.form)) return true;
  const at = headline.read.title.words.indexOf(word);
  return other.read.title.words.filter(isShort).some(({ form }) => {
    const start = headline.initials.indexOf(form);
    return start >= 0 && start <= at && at < start + form.length;
  });
}

/**
 * Whether what only one headline says is more than a word that others replace by another: a phrase, a name, a figure. A single
 * word is as often a synonym as not.
 */
function saysEnough({ start, end }: TextRange, { read }: Headline): boolean {
  const { words, text } = read.title;
  const inside = words.filter((word) => word.start >= start && word.end <= end);
  if (inside.filter(isContentWord).length > 1) return true;
  const areCapitalsUsual = isTitleCase(words.map((word) => word.text));
  return inside.some(
    (word) =>
      /\d/.test(word.form) ||
      (!areCapitalsUsual &&
        read.language !== "de" &&
        /^\p{Lu}/u.test(word.text) &&
        /\p{L}/u.test(text.slice(0, word.start))),
  );
}

/** Marks that follow each other become one, with the short words between them; so do parts that only spaces part. */
function joined(marks: readonly MarkedRange[], { read }: Headline): MarkedRange[] {
  const { text, words } = read.title;
  const found: MarkedRange[] = [];
  for (const mark of marks) {
    const last = found.at(-1);
    const between = last === undefined ? "" : text.slice(last.end, mark.start);
    const inside = words.filter((word) => last && word.start >= last.end && word.end <= mark.start);
    const isOne =
      last?.mark === mark.mark &&
      /^[\s\p{L}\p{M}'’-]*$/u.test(between) &&
      inside.length <= MOST_BETWEEN &&
      inside.every((word) => !isContentWord(word));
    if (last !== undefined && isOne) found.splice(-1, 1, { ...last, end: mark.end });
    else found.push(mark);
  }
  return found;
}
