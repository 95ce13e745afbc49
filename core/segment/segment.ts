import type { ArticleRecord, RelatedRecord } from "../record/article-record.ts";
import type { ArticleSummary, SegmentDocument } from "./article-summary.ts";
import type { ArticlePlace, OutletProfile, SegmentMeta } from "./format.ts";
import type { SegmentStories } from "./segment-stories.ts";

/** An article as a record describes it: its own, or one that names it as related. */
export type DescribedArticle = RelatedRecord & Pick<ArticleRecord, "language">;

/** What the records of a segment say of one article. */
export interface KnownArticle {
  readonly own: SegmentDocument | null;
  /** Records that name it as related, latest first, at most `MAX_NAMED_BY`, and how each describes it (`as`). */
  readonly namedBy: readonly { readonly document: SegmentDocument; readonly as: ArticleSummary }[];
  /** The number of further records that name it. */
  readonly omitted: number;
  /** Where the records that were read describe it. */
  readonly places: readonly ArticlePlace[];
}

/**
 * What look-ups ask of one segment of a data set.
 *
 * @throws UnreadableSegmentError from every method
 */
export interface Segment {
  readonly meta: SegmentMeta;
  /** Tells apart the segments of one data set; part of every error. */
  readonly name: string;
  /** The story index of the same records; `null` until it is built. */
  readonly stories: SegmentStories | null;
  /** The same segment without its story index, so that it answers by addresses only. */
  withoutStories(): Segment;
  /** The article with a URL key. */
  article(key: string): Promise<KnownArticle | null>;
  /** The articles at some places, in the same order. */
  articles(places: readonly ArticlePlace[]): Promise<ArticleSummary[]>;
  /** The records at some places, in the same order, or what a record says of a related article. */
  described(places: readonly ArticlePlace[]): Promise<DescribedArticle[]>;
  /** The profile of the outlet that a host belongs to. */
  outlet(hostname: string): Promise<OutletProfile | null>;
  /** The latest articles of an outlet, without excerpt and picture. */
  latest(profile: OutletProfile): Promise<readonly ArticleSummary[]>;
  /** Match patterns of the pages on which the content script may run. */
  patterns(): Promise<readonly string[]>;
}
