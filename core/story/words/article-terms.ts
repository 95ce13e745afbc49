import { articleWords, EXCERPT_WORDS, headlineOf, type StoryText } from "./article-words.ts";
import type { CountryNames } from "./country-names.ts";
import { headlineDetails } from "./headline-details.ts";
import { splitWords } from "./split-words.ts";

/** A term by which articles are compared. */
export interface Term {
  /** A folded word, or a country as `=` and its ISO 3166-1 code (`=JP`). */
  readonly text: string;
  /** A byte, in hundredths: the first word of a headline has 100. */
  readonly weight: number;
  /** Whether it is a name, a figure or a country of the headline, by which events of one kind differ. Absent: it is not. */
  readonly isDetail?: boolean;
  /** Whether it is a word for a country, which is a term of its own. Absent: it is not. */
  readonly isCountryName?: boolean;
}

/** Words of an excerpt that the index keeps. A query uses more words of the page (`EXCERPT_WORDS`). */
const INDEXED_EXCERPT_WORDS = 24;
/** Most terms of an article that the index keeps. */
const MAX_INDEXED_TERMS = 32;
/** Countries count more than words, since they match across languages. */
const COUNTRY_WEIGHT = 200;
const HUNDREDTHS = 100;

/** The terms of a query: a page's words and the countries they name, the heaviest first. */
export function pageTerms(page: StoryText, countries: CountryNames): Term[] {
  return termsOf(page, countries, EXCERPT_WORDS);
}

/** The terms that the index keeps of an article: the heaviest ones, the heaviest first. */
export function indexedTerms(article: StoryText, countries: CountryNames): Term[] {
  return termsOf(article, countries, INDEXED_EXCERPT_WORDS).slice(0, MAX_INDEXED_TERMS);
}

/** The code of the country that a term stands for, or `null` when it is a word. */
export function countryCode(term: string): string | null {
  return term.startsWith("=") ? term.slice(1) : null;
}

function termsOf(text: StoryText, countries: CountryNames, excerptWords: number): Term[] {
  const words = articleWords(text, excerptWords);
  const details = headlineDetails(headlineOf(text));
  const countryOf = countries.byWord(words.keys(), text.title);
  const terms = Array.from(words, ([word, weight]): Term => {
    const term = { text: word, weight: Math.round(weight * HUNDREDTHS) };
    // A country's name is the same detail as the country, which matches in other languages too.
    if (countryOf.has(word)) return { ...term, isCountryName: true };
    return details.has(word) ? { ...term, isDetail: true } : term;
  });
  const inHeadline = new Set(splitWords(headlineOf(text)));
  const named = Map.groupBy(countryOf, ([, code]) => code);
  for (const [code, own] of named) {
    const country = { text: `=${code}`, weight: COUNTRY_WEIGHT };
    const isDetail = own.some(([word]) => inHeadline.has(word));
    terms.push(isDetail ? { ...country, isDetail } : country);
  }
  return terms.sort((a, b) => b.weight - a.weight);
}
