import type { TermWithRarity } from "./feature-vector.ts";
import type { Rarities } from "./rarities.ts";

/** An article as the index keeps it. */
export interface StoredText {
  /** Its position in the index, which is sorted by time; articles without a time come first. */
  readonly ordinal: number;
  /** ms since 1970, or `null`. */
  readonly published: number | null;
  /** `indexedTerms`. */
  readonly terms: readonly TermWithRarity[];
}

/** The articles in one key's posting list; of a common key only the piece of the list that is closest in time to the query. */
export interface Postings {
  /** How many articles have the key, including those not in the list or in another piece of it. */
  readonly total: number;
  readonly ordinals: readonly number[];
  /** ms since 1970 or `null`, one for each ordinal. */
  readonly times: readonly (number | null)[];
  /** Bytes as in `postingKeys`, one for each ordinal. */
  readonly weights: readonly number[];
}

/** Most articles in one piece of a posting list, which bounds the cost of a common word. */
export const MAX_POSTINGS = 256;
/** Articles in one block of texts; a block begins at a multiple of this number. */
export const BLOCK_ARTICLES = 64;

/**
 * An index in which stories are looked up. A query calls its functions in this order, so that the blocks it needs can be
 * read in a few rounds; a running worker keeps those of the first round in memory.
 */
export interface StorySource<Text extends StoredText = StoredText> {
  /** From a few small blocks: the frequencies of the common keys, and the table of trigrams. */
  rarities(): Promise<Rarities>;
  /**
   * For each key at most `MAX_POSTINGS` articles, those closest in time to `around`.
   *
   * @param around ms since 1970; `null` for the latest articles
   */
  postings(keys: readonly number[], around: number | null): Promise<readonly Postings[]>;
  /** The articles at these ordinals, which are in at most `MAX_BLOCKS` blocks; unreadable ones are left out. */
  texts(ordinals: readonly number[]): Promise<readonly Text[]>;
  /** The ordinals of the other articles in an article's group, rising; none where groups are not kept. */
  sameStory(ordinal: number): Promise<readonly number[]>;
}
