import type { DataSetInfo } from "../data-set/data-set.ts";
import type { ArticleSummary, QualityThirds, Quantiles } from "../segment/format.ts";
import type { SharedName } from "../story/reasons/shared-names.ts";
import type { Wrapper } from "../url/wrapped-url.ts";

/** Third of the data set that a quality lies in. */
export type QualityBand = "lower" | "middle" | "upper";

/** How the page was recognised: by which of its addresses, and in which rendition. */
export interface PageMatch {
  readonly address: "page" | ClaimSource;
  readonly rendition: "page" | "amp" | Wrapper;
}

/** Where a page says what its own address is. */
export type ClaimSource = "canonical" | "og:url" | "json-ld";

/** Why an article stands in the answer. */
export type MatchReason =
  /** The page's own record names it. */
  | { readonly kind: "named-by-page" }
  /** Its record names the page. */
  | { readonly kind: "names-page" }
  /** A third article's record names both. */
  | { readonly kind: "named-together"; readonly by: string }
  /** Its text is like the page's. */
  | TextMatch;

/** How likely it is that two articles tell one story, and what their texts share. */
export interface TextMatch {
  readonly kind: "similar-text";
  readonly verdict: "same-story" | "same-topic";
  /** From 0 to 1; of matches at 0.8 or more, nine in ten are right. */
  readonly confidence: number;
  /** What counted most, the weightiest first, a few at most. */
  readonly shared: readonly SharedName[];
}

/** An article as the data sets that know it have it. */
export interface KnownSummary extends ArticleSummary {
  /** Ids of the data sets, the one whose quality and times are shown first. */
  readonly dataSets: readonly string[];
  readonly band: QualityBand | null;
  /** Where the thirds of the data set end whose quality is shown. */
  readonly thirds: QualityThirds | null;
}

/** What the articles of an outlet that a data set rates are like. */
export interface OutletQuality {
  /** Of these articles' quality; on the scale of the data set. */
  readonly median: number;
  readonly rated: number;
}

/** An article with its standing in the story. */
export interface RankedArticle extends KnownSummary {
  /**
   * 1 is the best of the story's articles that the same data set rates, since another's scores may
   * be on another scale; equals share a rank; `null` when not rated.
   */
  readonly rank: number | null;
  /** Whether no other article of the story is earlier, as far as their times tell (`rankStory`). */
  readonly isFirst: boolean;
  /** Of its outlet, where the article itself is not rated: no quality of the article's, nothing is ranked or sorted by it. */
  readonly outletQuality: OutletQuality | null;
}

/** An article beside the page. */
export interface StoryCopy extends RankedArticle {
  readonly reason: MatchReason;
  /** ms after the page's publication; negative is before; `null` when either time is unknown. */
  readonly delay: number | null;
}

/** An entry of the answer. */
export interface RelatedArticle extends StoryCopy {
  /** The same text at other addresses (an agency's story, sister sites, a portal), earliest first; ranked as all others. */
  readonly copies: readonly StoryCopy[];
}

/** The story of a page: the data knows the page, or has the story by what the page says. */
export interface ArticleCoverage {
  readonly kind: "article";
  readonly site: string;
  /** `null`: no data set has the page, `page` is what it says of itself. */
  readonly match: PageMatch | null;
  readonly page: RankedArticle;
  readonly topics: readonly string[];
  /**
   * Those that a record names come first, best first: by third, then quality, not-rated last; then
   * those found by their text, the surest first.
   */
  readonly related: readonly RelatedArticle[];
  /** On the same topic, the surest first; not part of the story: they are not ranked with it. */
  readonly sameTopic: readonly RelatedArticle[];
  /** What the reader said is another story, as it was found. */
  readonly rejected: readonly RelatedArticle[];
  /** The page, `related` and their copies; and how many different texts these are. */
  readonly counts: { readonly articles: number; readonly texts: number };
  /** How many articles the page's rank is among. */
  readonly rated: number;
  /** Records that name the page but were not followed. */
  readonly omitted: number;
  /** The data sets that had something to say. */
  readonly dataSets: readonly DataSetInfo[];
}

/** What one data set says of an outlet. */
export interface OutletRating {
  readonly dataSet: DataSetInfo;
  readonly articles: number;
  readonly rated: number;
  readonly quality: Quantiles | null;
  readonly thirds: QualityThirds | null;
}

/** A page without a record, of an outlet that the data knows. */
export interface OutletCoverage {
  readonly kind: "outlet";
  readonly site: string;
  readonly name: string;
  /** One for each data set that knows the outlet, the one with most articles first. */
  readonly ratings: readonly OutletRating[];
  /** On the topic of the page, the surest first. */
  readonly sameTopic: readonly RelatedArticle[];
  /** What the reader said is another story, as it was found. */
  readonly rejected: readonly RelatedArticle[];
  /** Latest first, at most `MAX_LATEST`. */
  readonly latest: readonly KnownSummary[];
}

/** The answer for a page. */
export type Coverage = ArticleCoverage | OutletCoverage | { readonly kind: "none" };
