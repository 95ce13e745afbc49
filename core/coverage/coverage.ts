import type { DataSetInfo } from "../data-set/data-set.ts";
import type { ArticleSummary, OutletProfile, QualityThirds } from "../segment/format.ts";
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

/** An article with its standing in the story and in the data set. */
export interface RankedArticle extends ArticleSummary {
  /** 1 is the best of the story's rated articles; equals share a rank; `null` when not rated. */
  readonly rank: number | null;
  readonly band: QualityBand | null;
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
  /** Best first: by quality, not-rated last. */
  readonly related: readonly RelatedArticle[];
  /** How many articles of the story are rated, the page included. */
  readonly rated: number;
  /** Records that name the page but were not followed. */
  readonly omitted: number;
  readonly thirds: QualityThirds | null;
  readonly dataSet: DataSetInfo;
}

/** A page without a record, of an outlet that the data knows. */
export interface OutletCoverage {
  readonly kind: "outlet";
  readonly site: string;
  readonly outlet: OutletProfile;
  readonly thirds: QualityThirds | null;
  readonly dataSet: DataSetInfo;
}

/** The answer for a page. */
export type Coverage = ArticleCoverage | OutletCoverage | { readonly kind: "none" };
