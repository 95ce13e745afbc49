import type { RatedTerm } from "../match/feature-vector.ts";
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

/** What a reason shows at most. */
const SHOWN = 4;
/** Share of the weightiest that the others must have: one name says more with nothing beside it. */
const LEAST_SHARE = 0.12;
/** How much more a name counts than another word. */
const NAME = 2;
/** Words of a phrase that has a function word to part it at. */
const LONGEST_PHRASE = 5;

/** Words that stand together, or a country, and how much they added to the likeness. */
interface Shared {
  readonly name: SharedName;
  readonly weight: number;
}

/**
 * What two articles share, what counted most first: names and other words as the page's headline has them, neighbours as one
 * phrase, whole words where the script has no spaces; words that only its description or address has as
 * they are compared; countries.
 *
 * @param terms of the page
 * @returns a function of the other article's terms
 */
export function sharedNamesWith(
  title: string,
  terms: readonly RatedTerm[],
  countries: CountryNames,
): (article: readonly RatedTerm[]) => SharedName[] {
  const headline = headlineWords(title);
  const inHeadline = new Set(headline.map(({ word }) => word));
  const words = terms.map(({ text }) => text);
  const countryIn = countries.byWord(words, title);
  const wholeWords = wholeWordsIn(title);
  return (article) => {
    const weights = sharedWeights(terms, article);
    const together = phrases(headline, weights);
    const found = together.flatMap((words): Shared[] => {
      const [first] = words;
      // A country's name by itself is said as the country.
      if (words.length === 1 && weights.has(`=${countryIn.get(first?.word ?? "")}`)) return [];
      const weight = words.reduce((sum, { word, isName }) => {
        return sum + (weights.get(word) ?? 0) * (isName ? NAME : 1);
      }, 0);
      const range = rangeOf(words);
      const shown = words.some(({ word }) => isPair(word)) ? wholeWords(range) : range;
      return shown === null ? [] : [{ name: { words: written(title, shown) }, weight }];
    });
    const said = new Set(
      together.flatMap((words) =>
        words.length === 1 ? [] : words.map(({ word }) => countryIn.get(word)),
      ),
    );
    for (const [text, weight] of weights) {
      const country = countryCode(text);
      if (country !== null && !said.has(country)) found.push({ name: { country }, weight });
      if (country === null && !inHeadline.has(text) && isTelling(text) && !isPair(text))
        if (!weights.has(`=${countryIn.get(text)}`)) found.push({ name: { words: text }, weight });
    }
    found.sort((a, b) => b.weight - a.weight);
    const least = LEAST_SHARE * (found[0]?.weight ?? 0);
    return found.slice(0, SHOWN).flatMap(({ name, weight }) => (weight < least ? [] : name));
  };
}

/** What each term that both have adds to their likeness. */
function sharedWeights(
  page: readonly RatedTerm[],
  article: readonly RatedTerm[],
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
 * Shared words of a headline, neighbours together; a function word only between two others (`Bank of England`). What a headline says
 * twice is told once.
 */
function phrases(
  headline: readonly HeadlineWord[],
  shared: ReadonlyMap<string, number>,
): HeadlineWord[][] {
  const found: HeadlineWord[][] = [];
  let phrase: HeadlineWord[] = [];
  let between: HeadlineWord[] = [];
  const end = () => {
    const isLoneFigure = phrase.length === 1 && isSmallFigure(phrase[0]?.word ?? "");
    if (phrase.length > 0 && !isLoneFigure) found.push(...inPhrases(phrase));
    phrase = [];
    between = [];
  };
  for (const word of headline) {
    if (word.startsAnew) end();
    if (!shared.has(word.word)) end();
    else if (isTellingWord(word)) {
      phrase.push(...between, word);
      between = [];
    } else if (phrase.length > 0 && between.length === 0) between.push(word);
    else end();
  }
  end();
  const said = new Set<string>();
  return found.filter((words) => {
    const isNew = words.some(({ word }) => isTelling(word) && !said.has(word));
    for (const { word } of words) said.add(word);
    return isNew || words.some(isShortName);
  });
}

/** Neighbours that are too many for one phrase: apart at the function word nearest their middle, else all together. */
function inPhrases(words: readonly HeadlineWord[]): HeadlineWord[][] {
  const middle = (words.length - 1) / 2;
  const [at] = words
    .flatMap((word, i) => (isTellingWord(word) || isInName(words, i) ? [] : i))
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  if (words.length <= LONGEST_PHRASE || at === undefined) return [[...words]];
  return [...inPhrases(words.slice(0, at)), ...inPhrases(words.slice(at + 1))];
}

/** `Bank of England` */
function isInName(words: readonly HeadlineWord[], i: number): boolean {
  return words[i + 1]?.isName === true && (i === 1 || words[i - 1]?.isName === true);
}

function isTellingWord(word: HeadlineWord): boolean {
  return isTelling(word.word) || isShortName(word) || isSmallFigure(word.word);
}

/** Not a function word, and in scripts with spaces three letters or two figures. */
function isTelling(word: string): boolean {
  const isLong = word.length > 2 || /\d./.test(word) || isPair(word);
  return isLong && !FUNCTION_WORDS.has(word);
}

/** `Xi`, `UN`. */
function isShortName({ word, isName }: HeadlineWord): boolean {
  return isName && word.length === 2;
}

/** Told only inside a phrase (`iOS 7`). */
function isSmallFigure(word: string): boolean {
  return /^\d$/.test(word);
}

function rangeOf(words: readonly HeadlineWord[]): TextRange {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

function written(title: string, { start, end }: TextRange): string {
  return title.slice(start, end).replace(/\s+/g, " ");
}
