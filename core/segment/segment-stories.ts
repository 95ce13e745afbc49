import type { StoredText, StorySource } from "../story/match/story-source.ts";
import type { ArticlePlace } from "./format.ts";

/** An article of a story index, with its place in the segment. */
export interface PlacedText extends StoredText {
  readonly place: ArticlePlace;
}

/** A span of time, both ends included, ms since 1970. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the articles of a segment by their text. An interface, because its implementation in
 * `core/story-index` is built on segments, which must not import it in turn.
 */
export interface SegmentStories extends StorySource<PlacedText> {
  /** The name of the index in the store. */
  readonly dataSet: string;
  /** When its articles were published, ms since 1970; `null` when that is not known. */
  readonly span: TimeSpan | null;
  /**
   * The articles that were published at a time (ms since 1970) or later, in order of time, some at once. Those without a
   * time are left out.
   */
  since(time: number): AsyncIterable<readonly PlacedText[]>;
  /** Starts reading what every search needs, so that the next search waits less. */
  prepare(): void;
}
