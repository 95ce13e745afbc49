import type { StoredText, StorySource } from "../story/match/story-source.ts";
import type { ArticlePlace } from "./format.ts";

/** An article of a story index, and where the segment describes it. */
export interface PlacedText extends StoredText {
  readonly place: ArticlePlace;
}

/**
 * What finds a segment's articles by their text. The segment only carries it; `core/story-index`
 * implements it, and builds on segments.
 */
export interface SegmentStories extends StorySource<PlacedText> {
  /** As the store names it. */
  readonly dataSet: string;
  /** Begins to read what every question needs, so that it is there when one comes. */
  prepare(): void;
}
