import type { RatedTerm } from "./feature-vector.ts";
import type { Rarities } from "./rarities.ts";

/** An article as the index keeps it. */
export interface StoredText {
  /** Its place in the index, which is in order of time; articles without a time come first. */
  readonly ordinal: number;
  /** ms since 1970, or `null`. */
  readonly published: number | null;
  /** `indexedTerms`. */
  readonly terms: readonly RatedTerm[];
}

/** Articles filed under one key: of a common key only a piece of the list, the one closest in time to the question. */
export interface Postings {
  /** How many articles have the key, those that are not filed under it or lie in another piece included. */
  readonly total: number;
  readonly ordinals: readonly number[];
  /** ms since 1970 or `null`, one for each ordinal. */
  readonly times: readonly (number | null)[];
  /** Bytes (`filedKeys`), one for each ordinal. */
  readonly weights: readonly number[];
}

/** Most articles in one piece of a posting list: what bounds the cost of a common word. */
export const MAX_POSTINGS = 256;
/** Articles whose texts are read at once; their ordinals begin at a multiple of it. */
export const BLOCK_ARTICLES = 64;

/**
 * An index of articles that answers by keys. A question calls each of its functions once, in this order, so it can be
 * served from blocks read by name in three rounds, of which a worker that is awake keeps the first.
 */
export interface StorySource<Text extends StoredText = StoredText> {
  /** What is kept in a few small blocks: the common keys' frequencies, and the table of trigrams. */
  rarities(): Promise<Rarities>;
  /** For each key at most `MAX_POSTINGS` articles, the ones closest to `around` (`null`: the latest). */
  postings(keys: readonly number[], around: number | null): Promise<readonly Postings[]>;
  /** The articles at these ordinals, which lie in at most `MAX_BLOCKS` blocks; without those that cannot be read. */
  texts(ordinals: readonly number[]): Promise<readonly Text[]>;
  /** The other articles of an article's story, as they were grouped, rising; none where that is not kept. */
  sameStory(ordinal: number): Promise<readonly number[]>;
}
