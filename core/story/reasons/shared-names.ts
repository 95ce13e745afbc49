import type { TermWithRarity } from "../match/feature-vector.ts";
import { countryCode } from "../words/article-terms.ts";
import type { CountryNames } from "../words/country-names.ts";
import { FUNCTION_WORDS } from "../words/function-words.ts";
import { type HeadlineWord, headlineWords } from "../words/headline-words.ts";
import { isPair } from "../words/split-words.ts";
import { type TextRange, wholeWordsIn } from "../words/whole-words.ts";

/**
 * Something that two articles share: words as the page's headline writes them, or a country, which
 * each language may name differently (ISO 3166-1 alpha-2).
 */
export type SharedName = { readonly words: string } | { readonly country: string };

/** Most names that a reason shows. */
const SHOWN = 4;
/** Least weight of a name, as a share of the heaviest one. A single strong name says more when it stands alone. */
const LEAST_SHARE = 0.12;
/** Factor by which a name counts more than another word. */
const NAME_FACTOR = 2;
/** Longer phrases are split at a function word, if they have one. */
const LONGEST_PHRASE = 5;

/** A phrase or a country, and how much it contributed to the similarity. */
interface Shared {
  readonly name: SharedName;
  readonly weight: number;
}

/**
 * What two articles share, what contributed most to the similarity first: words of the page's headline as they are written,
 * adjacent ones as one phrase, in scripts without spaces whole words; words that only the page's description or
 * address has, in their folded form; and countries.
 *
 * @param title the page's headline
 * @param terms of the page
 * @returns a function that takes the other article's terms
 */
export function sharedNamesWith(
  title: string,
  terms: readonly TermWithRarity[],
  countries: CountryNames,
): (article: readonly TermWithRarity[]) => SharedName[] {
  const headline = headlineWords(title);
  const inHeadline = new Set(headline.map(({ word }) => word));
  const words = terms.map(({ text }) => text);
  const countryIn = countries.byWord(words, title);
  const wholeWords = wholeWordsIn(title);
  return (article) => {
    const weights = sharedWeights(terms, article);
    const namesSharedCountry = (word: string) => weights.has(`=${countryIn.get(word)}`);
    const together = phrases(headline, weights);
    const found = together.flatMap((words): Shared[] => {
      const [first] = words;
      // A country's name alone is shown as the country, in the user's language.
      if (words.length === 1 && namesSharedCountry(first?.word ?? "")) return [];
      const range = rangeOf(words);
      const shown = words.some(({ word }) => isPair(word)) ? wholeWords(range) : range;
      if (shown === null) return [];
      return [{ name: { words: textIn(title, shown) }, weight: phraseWeight(words, weights) }];
    });
    const longPhrases = together.filter(({ length }) => length > 1).flat();
    const inPhrases = new Set(longPhrases.map(({ word }) => countryIn.get(word)));
    for (const [text, weight] of weights) {
      const country = countryCode(text);
      if (country !== null) {
        if (!inPhrases.has(country)) found.push({ name: { country }, weight });
        continue;
      }
      const isOutsideHeadline = !inHeadline.has(text) && !isPair(text);
      if (isOutsideHeadline && isContentWord(text) && !namesSharedCountry(text))
        found.push({ name: { words: text }, weight });
    }
    return heaviest(found);
  };
}

function phraseWeight(
  words: readonly HeadlineWord[],
  weights: ReadonlyMap<string, number>,
): number {
  return words.reduce(
    (sum, { word, isName }) => sum + (weights.get(word) ?? 0) * (isName ? NAME_FACTOR : 1),
    0,
  );
}

/** The names to show, the heaviest first. */
function heaviest(found: readonly Shared[]): SharedName[] {
  const sorted = found.toSorted((a, b) => b.weight - a.weight);
  const least = LEAST_SHARE * (sorted[0]?.weight ?? 0);
  return sorted.slice(0, SHOWN).flatMap(({ name, weight }) => (weight < least ? [] : name));
}

/** How much each shared term contributes to the similarity. */
function sharedWeights(
  page: readonly TermWithRarity[],
  article: readonly TermWithRarity[],
): Map<string, number> {
  const others = new Map(article.map((term) => [term.text, term.weight * term.rarity]));
  return new Map(
    page.flatMap(({ text, weight, rarity }) => {
      const shared = weight * rarity * (others.get(text) ?? 0);
      return shared > 0 ? [[text, shared]] : [];
    }),
  );
}

/**
 * The shared words of a headline, adjacent ones as a phrase. A function word is included only between two others (`Bank of
 * England`). What a headline repeats is listed once.
 */
function phrases(
  headline: readonly HeadlineWord[],
  shared: ReadonlyMap<string, number>,
): HeadlineWord[][] {
  const found: HeadlineWord[][] = [];
  let phrase: HeadlineWord[] = [];
  let between: HeadlineWord[] = [];
  const end = () => {
    found.push(...splitLong(phrase));
    phrase = [];
    between = [];
  };
  for (const word of headline) {
    if (word.startsAnew) end();
    if (!shared.has(word.word)) end();
    else if (isShownWord(word)) {
      phrase.push(...between, word);
      between = [];
    } else if (phrase.length > 0 && between.length === 0) between.push(word);
    else end();
  }
  end();
  const said = new Set<string>();
  return found.filter((words) => {
    // A digit alone is not shown.
    const isNew = words.some(
      (word) => (isContentWord(word.word) || isShortName(word)) && !said.has(word.word),
    );
    for (const { word } of words) said.add(word);
    return isNew;
  });
}

/** Splits a phrase that is too long at the function word nearest its middle; without one it stays whole. */
function splitLong(words: readonly HeadlineWord[]): HeadlineWord[][] {
  const middle = (words.length - 1) / 2;
  const [at] = words
    .flatMap((word, i) => (isShownWord(word) || isInName(words, i) ? [] : i))
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  if (words.length <= LONGEST_PHRASE || at === undefined) return [[...words]];
  return [...splitLong(words.slice(0, at)), ...splitLong(words.slice(at + 1))];
}

/** Whether the word is inside a name, as `of` in `Bank of England`. */
function isInName(words: readonly HeadlineWord[], i: number): boolean {
  return words[i + 1]?.isName === true && (i === 1 || words[i - 1]?.isName === true);
}

/** Whether a word may begin or end a phrase. */
function isShownWord(word: HeadlineWord): boolean {
  return isContentWord(word.word) || isShortName(word) || isSingleDigit(word.word);
}

/** Whether a word is no function word and, in scripts with spaces, has three letters or two digits. */
function isContentWord(word: string): boolean {
  const isLong = word.length > 2 || /\d./.test(word) || isPair(word);
  return isLong && !FUNCTION_WORDS.has(word);
}

/** A name of two letters (`Xi`, `UN`). */
function isShortName({ word, isName }: HeadlineWord): boolean {
  return isName && word.length === 2;
}

/** Whether a word is a single digit, which is shown only inside a phrase (`iOS 7`). */
function isSingleDigit(word: string): boolean {
  return /^\d$/.test(word);
}

function rangeOf(words: readonly HeadlineWord[]): TextRange {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

function textIn(title: string, { start, end }: TextRange): string {
  return title.slice(start, end).replace(/\s+/g, " ");
}
