import * as z from "zod/mini";
import type { ArticlePlace } from "../segment/format.ts";
import type { TermWithRarity } from "../story/match/feature-vector.ts";

/**
 * The format of a story index, which finds the articles of one data set that tell the same story as a page, by
 * their texts. Like a segment it is immutable and made of small blocks that are found by name, of which a search
 * reads a bounded number. The *ordinal* of an article is its place in the order of time; articles without a time
 * come first.
 *
 *   story-meta          counts, and the number of buckets
 *   common-keys         keys that very many articles have, and their rarity
 *   trigrams            rarity of letter trigrams, by hash
 *   times               when the articles at regular ordinals were published
 *   terms/N             bucket N of keys: posting lists; for long lists only where their pieces begin. Besides the keys
 *                       of words there are keys of single characters, for searches in scripts without spaces
 *   postings/KEY/P      piece P of the long posting list of a key
 *   texts/N             consecutive articles: the terms that they are compared by, and the places of their records
 *   stories/N           the story number of consecutive articles
 *   members/N           the articles of consecutive stories
 *
 * Whoever changes a shape below raises `STORY_FORMAT_VERSION`; older indexes are then built again.
 */
export const STORY_FORMAT_VERSION = 4;

const count = z.int().check(z.nonnegative());

/** The block `story-meta`. Of a published file it comes from outside, so it is checked when it is read. */
export const storyMeta = z.object({
  format: z.literal(STORY_FORMAT_VERSION),
  /** Version of the data set that was indexed. */
  version: z.string(),
  articles: count,
  termBuckets: z.int().check(z.positive()),
  /** The rarity of a key that is not common, while its posting list has not been read. */
  otherKeys: z.number(),
  /** The number of stories of two articles or more; they are numbered from 1. */
  stories: count,
});
export type StoryMeta = z.infer<typeof storyMeta>;

/** Articles in a `stories` block. */
export const NUMBERS_IN_BLOCK = 4096;
/** Stories in a `members` block. */
export const STORIES_IN_BLOCK = 64;
/** The most articles that are stored of a story, the latest ones. Bounds the size of a block. */
export const MAX_MEMBERS = 512;

export type StoryBlockName =
  | "story-meta"
  | "common-keys"
  | "trigrams"
  | "times"
  | `${"terms" | "texts" | "stories" | "members"}/${number}`
  | `postings/${number}/${number}`;

/** Reads blocks by their names, all at once; `undefined` for each block that is missing. */
export type ReadStoryBlocks = (
  names: readonly StoryBlockName[],
) => Promise<(Uint8Array<ArrayBuffer> | undefined)[]>;

export interface StoryBlock {
  readonly name: StoryBlockName;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An article as the index stores it. */
export interface StoredArticle {
  /** ms since 1970, or `null` when unknown. */
  readonly published: number | null;
  /** The place of its own record, or where another record names it. */
  readonly place: ArticlePlace;
  /** The terms that `indexedTerms` finds in its text, with their rarities. */
  readonly terms: readonly TermWithRarity[];
}
