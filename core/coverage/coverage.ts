import type { DataSetInfo } from "../data-set/data-set.ts";
import type { ArticleSummary } from "../segment/article-summary.ts";
import type { QualityThirds, Quantiles } from "../segment/format.ts";
import type { SharedName } from "../story/reasons/shared-names.ts";
import type { Wrapper } from "../url/wrapped-url.ts";

/** The third of its data set in which a quality lies. */
export type QualityBand = "lower" | "middle" | "upper";

/** How the page was recognised: by which of its addresses, and in which rendition (AMP, a wrapper such as a web archive). */
export interface PageMatch {
  readonly address: "page" | ClaimSource;
  readonly rendition: "page" | "amp" | Wrapper;
}

/** Where a page states its own address. */
export type ClaimSource = "canonical" | "og:url" | "json-ld";

/** Why an article is in the answer. */
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
  /** What contributed most to the similarity, the most important first; a few at most. */
  readonly shared: readonly SharedName[];
}

/** An article as the data sets that contain it describe it. */
export interface KnownSummary extends ArticleSummary {
  /** Ids of the data sets; the first one is that whose quality and times are shown. */
  readonly dataSets: readonly string[];
  readonly band: QualityBand | null;
  /** The limits of the thirds in the data set whose quality is shown. */
  readonly thirds: QualityThirds | null;
}

/** The quality of an outlet's articles, as one data set rates them. */
export interface OutletQuality {
  /** Median of the qualities, on the scale of the data set. */
  readonly median: number;
  /** Number of rated articles. */
  readonly rated: number;
}

/** An article with its rank in the story. */
export interface RankedArticle extends KnownSummary {
  /**
   * 1 is the best of the story's articles that the same data set rates, since other data sets may use another
   * scale. Articles of equal quality share a rank. `null` when not rated.
   */
  readonly rank: number | null;
  /** Whether no other article of the story is earlier, as far as their times are known (`rankStory`). */
  readonly isFirst: boolean;
  /** The quality of its outlet where the article itself is not rated. It is only shown: nothing is ranked or sorted by it. */
  readonly outletQuality: OutletQuality | null;
}

/** An article related to the page. */
export interface StoryCopy extends RankedArticle {
  readonly reason: MatchReason;
  /** ms between the page's publication and its own, negative when it came first; `null` when either time is unknown. */
  readonly delay: number | null;
}

/** An entry of the answer. */
export interface RelatedArticle extends StoryCopy {
  /** The same text at other addresses (an agency's story, sister sites, a portal), earliest first; ranked like all others. */
  readonly copies: readonly StoryCopy[];
  /** Whether it has the page's own text; absent where it has a text of its own. */
  readonly hasPageText?: true;
}

export interface StoryCounts {
  /** How many articles the page, `related` and their copies are. */
  readonly articles: number;
  /** How many voices have a text of their own among them: copies of one text count once, and so does each owner (`voiceOf`). */
  readonly independent: number;
}

/** The story of a page that the data contain, or whose story was found by what the page says. */
export interface ArticleCoverage {
  readonly kind: "article";
  readonly site: string;
  /** `null` when no data set has the page; then `page` is what the page says about itself. */
  readonly match: PageMatch | null;
  readonly page: RankedArticle;
  readonly topics: readonly string[];
  /**
   * First the articles that a record names, best first: by third, then by quality, unrated ones last. Then
   * those found by their text, the most confident first.
   */
  readonly related: readonly RelatedArticle[];
  /** Articles on the same topic, the most confident first. They are not part of the story and have no rank in it. */
  readonly sameTopic: readonly RelatedArticle[];
  /** Articles that the user said tell another story, in the order they were found. */
  readonly rejected: readonly RelatedArticle[];
  readonly counts: StoryCounts;
  /** Number of articles among which the page is ranked. */
  readonly rated: number;
  /** Number of records that name the page but were not read. */
  readonly omitted: number;
  /** The data sets that the shown articles come from. */
  readonly dataSets: readonly DataSetInfo[];
}

/** What one data set says about an outlet. */
export interface OutletRating {
  readonly dataSet: DataSetInfo;
  readonly articles: number;
  readonly rated: number;
  readonly quality: Quantiles | null;
  readonly thirds: QualityThirds | null;
}

/** A page without a story, of an outlet that the data contain. */
export interface OutletCoverage {
  readonly kind: "outlet";
  readonly site: string;
  readonly name: string;
  /** One for each data set that has the outlet, the one with most articles first. */
  readonly ratings: readonly OutletRating[];
  /** Articles on the topic of the page, the most confident first. */
  readonly sameTopic: readonly RelatedArticle[];
  /** Articles that the user said tell another story, in the order they were found. */
  readonly rejected: readonly RelatedArticle[];
  /** Latest first, at most `MAX_LATEST`. */
  readonly latest: readonly KnownSummary[];
}

/** The answer for a page. */
export type Coverage = ArticleCoverage | OutletCoverage | { readonly kind: "none" };
