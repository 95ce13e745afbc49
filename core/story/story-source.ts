import type { FeatureFrequencies, FeatureVector } from "./feature-vector.ts";

/** An article of the index as ranking needs it. */
export interface IndexedArticle {
  /** Its place in the index, which is in order of time; articles without a time come first. */
  readonly ordinal: number;
  /** ms since 1970, or `null`. */
  readonly published: number | null;
  readonly vector: FeatureVector;
  /** The text behind the features that are words or countries. */
  readonly names: ReadonlyMap<number, string>;
}

/** Articles under one key: of a common key only those closest in time to the question. */
export interface Postings {
  /** All articles under the key, those left out included. */
  readonly total: number;
  readonly ordinals: readonly number[];
  /** ms since 1970 or `null`, one for each ordinal. */
  readonly times: readonly (number | null)[];
  /** The key's weight in each article, smaller in longer ones. */
  readonly weights: readonly number[];
}

/** Most articles in one piece of a posting list: what bounds the cost of a common word. */
export const MAX_POSTINGS = 512;

/**
 * An index of articles that answers by features. A question makes two calls, so it can be served from blocks
 * read by name in two rounds (`docs/matching.md`, storage).
 */
export interface StorySource {
  readonly frequencies: FeatureFrequencies;
  /** For each key at most `MAX_POSTINGS` articles, the ones closest to `around` (`null`: the latest). */
  postings(keys: readonly number[], around: number | null): Promise<readonly Postings[]>;
  /** The articles at these ordinals, or most of them: a source may leave out what lies in too many blocks. */
  articles(ordinals: readonly number[]): Promise<readonly IndexedArticle[]>;
}
