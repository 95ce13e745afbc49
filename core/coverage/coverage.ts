import type { DataSetInfo } from "../data-set/data-set.ts";
import type { ArticleSummary, QualityThirds, Quantiles } from "../segment/format.ts";
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
  | { readonly kind: "named-together"; readonly by: string };

/** An article as the data sets that know it have it. */
export interface KnownSummary extends ArticleSummary {
  /** Ids of the data sets, the one whose quality and times are shown first. */
  readonly dataSets: readonly string[];
  readonly band: QualityBand | null;
  /** Where the thirds of the data set end whose quality is shown. */
  readonly thirds: QualityThirds | null;
}

/** An article with its standing in the story. */
export interface RankedArticle extends KnownSummary {
  /**
   * 1 is the best of the story's articles that the same data set rates, since another's scores may
   * be on another scale; equals share a rank; `null` when not rated.
   */
  readonly rank: number | null;
  /** Whether no other article of the story with a known time is earlier. */
  readonly isFirst: boolean;
}

export interface RelatedArticle extends RankedArticle {
  readonly reason: MatchReason;
  /** ms after the page's publication; negative is before; `null` when either time is unknown. */
  readonly delay: number | null;
}

/** The story of a page that the data knows. */
export interface ArticleCoverage {
  readonly kind: "article";
  readonly site: string;
  readonly match: PageMatch;
  readonly page: RankedArticle;
  readonly topics: readonly string[];
  /** Best first: by third, then quality, not-rated last. */
  readonly related: readonly RelatedArticle[];
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
  /** Latest first, at most `MAX_LATEST`. */
  readonly latest: readonly KnownSummary[];
}

/** The answer for a page. */
export type Coverage = ArticleCoverage | OutletCoverage | { readonly kind: "none" };
