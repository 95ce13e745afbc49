import { murmur3 } from "../hash.ts";
import { articleWords, type StoryText } from "./article-words.ts";
import type { CountryNames } from "./country-names.ts";
import { isPair } from "./split-words.ts";

/** Kinds of features, as seeds of their hashes. */
const SEED = { word: 1, trigram: 2, country: 3, key: 4 } as const;
/** Countries count more than words: they hold across languages. */
const COUNTRY_WEIGHT = 2;
/** Letters of a word that make its key: short enough to fold inflections together in most languages. */
const KEY_LETTERS = 5;

/**
 * What an article is compared by, as 32-bit hashes (two of a million features share one by chance
 * once in a hundred articles' lengths; it costs a little weight, never an answer).
 */
export interface Features {
  /** Compared in full: words, letter trigrams of words, countries, each with its weight. */
  readonly compared: ReadonlyMap<number, number>;
  /** What posting lists are filed under: beginnings of words, and countries. */
  readonly keys: ReadonlyMap<number, number>;
  /** The text behind each hash of a word or country, for reasons. */
  readonly names: ReadonlyMap<number, string>;
}

/**
 * Features of an article. Trigrams see through inflection, compounds and spelling (McNamee & Mayfield,
 * "Character n-gram tokenization for European language text retrieval", Information Retrieval 7, 2004).
 */
export function featuresOf(text: StoryText, countries: CountryNames): Features {
  const compared = new Map<number, number>();
  const keys = new Map<number, number>();
  const names = new Map<number, string>();
  const words = articleWords(text);
  for (const [word, weight] of words) {
    const feature = murmur3(word, SEED.word);
    raise(compared, feature, weight);
    names.set(feature, word);
    raise(keys, murmur3(word.slice(0, KEY_LETTERS), SEED.key), weight);
    if (!isPair(word)) for (const trigram of trigrams(word)) raise(compared, trigram, weight);
  }
  for (const code of countries.of([...words.keys()], text.language ?? null, text.title)) {
    const feature = murmur3(code, SEED.country);
    compared.set(feature, COUNTRY_WEIGHT);
    keys.set(feature, 1);
    names.set(feature, code);
  }
  return { compared, keys, names };
}

function trigrams(word: string): number[] {
  const marked = `^${word}$`;
  const found: number[] = [];
  for (let i = 0; i + 3 <= marked.length; i++)
    found.push(murmur3(marked.slice(i, i + 3), SEED.trigram));
  return found;
}

function raise(weights: Map<number, number>, feature: number, weight: number): void {
  if ((weights.get(feature) ?? 0) < weight) weights.set(feature, weight);
}
