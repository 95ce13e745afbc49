import type { Term } from "../words/article-terms.ts";
import { isPair } from "../words/split-words.ts";
import type { Rarities } from "./rarities.ts";
import { termKeyHash } from "./term-hash.ts";
import { termKeys, weightiestKeys } from "./term-keys.ts";

/** Most keys under which an article is listed. */
const MAX_POSTING_KEYS = 24;
/** Keeps the words of a two-word headline from outweighing all others. */
const LENGTH_OFFSET = 4;
/** Scales weights so that they use the range of a byte. */
const SCALE = 4;

/** A key under which an article is listed, and the article's weight there. */
export interface PostingKey {
  readonly key: number;
  /** A byte; smaller for articles with more keys. */
  readonly weight: number;
}

/**
 * The keys in whose posting lists an article is entered: those that say most about it.
 *
 * @param terms `indexedTerms`
 */
export function postingKeys(terms: readonly Term[], rarities: Pick<Rarities, "key">): PostingKey[] {
  const keys = termKeys(terms);
  const length = Math.sqrt(LENGTH_OFFSET + keys.size);
  return weightiestKeys(keys, rarities, MAX_POSTING_KEYS).map((key) => ({
    key,
    weight: Math.min(255, Math.round((SCALE * (keys.get(key) ?? 0)) / length)),
  }));
}

/** Most single characters under which an article is listed. */
const MAX_CHARACTERS = 24;
/** Stands before a character, so that its key is not that of a word of one character. */
const CHARACTER = "*";

/** The key of a character of a script without spaces, under which articles are listed that have it anywhere in a word. */
export function characterKey(character: string): number {
  return termKeyHash(CHARACTER + character);
}

/**
 * The keys of an article's single characters, in scripts without spaces: a search may be for one, while words are
 * pairs of them. The heaviest words' come first.
 *
 * @param terms `indexedTerms`
 */
export function characterKeys(terms: readonly Pick<Term, "text">[]): number[] {
  const characters = new Set(terms.flatMap(({ text }) => (isPair(text) ? [...text] : [])));
  return [...characters].slice(0, MAX_CHARACTERS).map(characterKey);
}
