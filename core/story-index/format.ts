import type { DataSetInfo } from "../data-set/data-set.ts";
import type { ArticlePlace } from "../segment/format.ts";
import type { TermWithRarity } from "../story/match/feature-vector.ts";

/**
 * The shape of a story index: by what the articles of one data set say, which of them tell a page's
 * story. Like a segment it is immutable, made of small blocks found by name, and read a bounded
 * number of them at a time. An article's *ordinal* is its place in time order; articles without a
 * time come first.
 *
 *   story-meta          counts, and how the rest is cut up
 *   common-keys         keys that very many articles have, with their rarity
 *   trigrams            rarity of letter trigrams, by hash
 *   times               when the articles at some ordinals were published
 *   terms/N             bucket N of keys: posting lists; of common ones only where their pieces begin
 *   postings/KEY/P      piece P of a common key's posting list
 *   texts/N             articles next to each other in time: what they are compared by, where their records lie
 *   stories/N           the number of the story of each article
 *   members/N           the articles of some stories
 *
 * A change of any shape below is a new `STORY_FORMAT_VERSION`; an older index is then built anew.
 */
export const STORY_FORMAT_VERSION = 1;

export interface StoryMeta {
  readonly format: typeof STORY_FORMAT_VERSION;
  /** Version of the data set that was indexed. */
  readonly version: DataSetInfo["version"];
  readonly articles: number;
  readonly termBuckets: number;
  /** Rarity that a key counts with while its list is not read and it is not common. */
  readonly otherKeys: number;
  /** Stories of two articles or more; numbers run from 1. */
  readonly stories: number;
}

/** Articles in a `stories` block. */
export const NUMBERS_IN_BLOCK = 4096;
/** Stories in a `members` block. */
export const STORIES_IN_BLOCK = 64;
/** Members kept of a story, the latest: bounds the block. */
export const MAX_MEMBERS = 512;

export type StoryBlockName =
  | "story-meta"
  | "common-keys"
  | "trigrams"
  | "times"
  | `${"terms" | "texts" | "stories" | "members"}/${number}`
  | `postings/${number}/${number}`;

/** Bytes of blocks by their names, at one go; `undefined` for one that is not there. */
export type ReadStoryBlocks = (
  names: readonly StoryBlockName[],
) => Promise<(Uint8Array<ArrayBuffer> | undefined)[]>;

export interface StoryBlock {
  readonly name: StoryBlockName;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An article as the index keeps it. */
export interface StoredArticle {
  /** ms since 1970, or `null`. */
  readonly published: number | null;
  /** Its own record, or where another names it. */
  readonly place: ArticlePlace;
  /** `indexedTerms`. */
  readonly terms: readonly TermWithRarity[];
}
