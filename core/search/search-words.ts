import { characterKey } from "../story/match/posting-keys.ts";
import { termKeyHash } from "../story/match/term-hash.ts";
import type { CountryNames } from "../story/words/country-names.ts";
import { isPair, splitWords } from "../story/words/split-words.ts";

/** Most words that are searched for. */
const MAX_WORDS = 12;

/** A word that is searched for. */
export interface SearchWord {
  /** The word, and its plural or singular where that begins with other letters: `city`, `cities`. */
  readonly forms: readonly string[];
  /** Keys of the posting lists in which articles with it are: those of the word, of the country it names, of a character. */
  readonly keys: readonly number[];
  readonly country: string | null;
}

/** An English word in -y and its plural in -ies share fewer letters than a key has, when they are short. */
function formsOf(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
  return word.endsWith("ies") ? [word, `${word.slice(0, -3)}y`] : [word];
}

/** The distinct words of a search, in any script. */
export function searchWords(text: string, countries: CountryNames): SearchWord[] {
  const words = [...new Set(splitWords(text))].slice(0, MAX_WORDS);
  const named = countries.byWord(words, text);
  return words.map((word) => {
    const country = named.get(word) ?? null;
    const forms = formsOf(word);
    const texts = country === null ? forms : [...forms, `=${country}`];
    const keys = texts.map(termKeyHash);
    if (isCharacter(word)) keys.push(characterKey(word));
    return { forms, keys: [...new Set(keys)], country };
  });
}

/** Letters at the end in which two forms of a word may differ. */
const ENDING = 2;
/** Least letters that they share. */
const STEM = 4;

/** Whether a word is a single character of a script without spaces. */
function isCharacter(word: string): boolean {
  return isPair(word) && [...word].length === 1;
}

/**
 * Whether a word of an article is a form of the word that is searched for, begins with it, or has it as a character. Posting lists are by the first
 * five letters of a word, which other words share.
 */
export function isFormOf(word: string, searched: string): boolean {
  if (word.startsWith(searched)) return true;
  if (isPair(searched)) return isCharacter(searched) && word.includes(searched);
  let shared = 0;
  while (shared < searched.length && word[shared] === searched[shared]) shared++;
  return shared >= STEM && shared >= Math.max(word.length, searched.length) - ENDING;
}
