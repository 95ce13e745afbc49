import type { DataSetInfo } from "../data-set/data-set.ts";
import type { ArticleSummary } from "./article-summary.ts";

/**
 * The shape of a segment: the immutable index of one data set, as small blocks found by name.
 *
 *   meta             what the data set is and how the rest is cut up
 *   urls/N           bucket N of URL keys: which records are about, or name, the article
 *   domains/N        bucket N of registrable domains: the outlet's profile
 *   latest/N         the latest articles of the outlets in `domains/N`
 *   patterns         match patterns of the pages on which the content script may run
 *   docs/START+LENGTH  some records, as they lie in the data set's source
 *
 * A look-up reads a bounded number of blocks whatever the size of the data set, so a worker that
 * was just woken answers without loading an index. A change of any shape below is a new
 * `FORMAT_VERSION`; an older segment is then built anew, never migrated.
 */
export const FORMAT_VERSION = 5;

/** Where a record lies: its block in the source, bytes, and its place in the block. */
export interface RecordPlace {
  readonly start: number;
  readonly length: number;
  readonly index: number;
}

/** Where an article is described: by a record of its own (`null`), or in another's `related`. */
export interface ArticlePlace extends RecordPlace {
  readonly related: number | null;
}

/** What the data set knows of one outlet. */
export interface OutletProfile {
  /** Registrable domain, or the host itself where there is none (`github.io`). */
  readonly site: string;
  /** Whether the hosts below `site` are the outlet's too, or others' (`anyone.github.io`). */
  readonly covers: "site" | "host";
  readonly name: string;
  /** Distinct articles known, and how many of them are rated. */
  readonly articles: number;
  readonly rated: number;
  /** Five-number summary of the rated articles' quality. */
  readonly quality: Quantiles | null;
}

export interface Quantiles {
  readonly min: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly max: number;
}

/** Quality up to `lower` is the lower third of the data set, up to `middle` the middle one. */
export interface QualityThirds {
  readonly lower: number;
  readonly middle: number;
}

export interface SegmentMeta {
  readonly format: typeof FORMAT_VERSION;
  readonly dataSet: DataSetInfo;
  /** Distinct articles, those only named as related included. */
  readonly articles: number;
  readonly outlets: number;
  readonly thirds: QualityThirds | null;
  /** Number of buckets; powers of two are not needed. */
  readonly urlBuckets: number;
  readonly domainBuckets: number;
}

/** Entries in no order, few enough to scan. */
export type DomainBucket = readonly (readonly [site: string, profile: OutletProfile])[];

/** Latest articles first, at most `MAX_LATEST`, without excerpt and picture. */
export type LatestBucket = readonly (readonly [site: string, latest: readonly ArticleSummary[]])[];

/** Records followed from a page that only others name: bounds the blocks a look-up reads. */
export const MAX_NAMED_BY = 4;
/** Latest articles kept of an outlet. */
export const MAX_LATEST = 10;

export type DocumentsName = `docs/${number}+${number}`;
export type BlockName =
  | "meta"
  | "patterns"
  | `${"urls" | "domains" | "latest"}/${number}`
  | DocumentsName;

/** Bytes of a block by name; `undefined` when there is none. */
export type ReadBlock = (name: BlockName) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/** A named block of a segment under construction. */
export interface Block {
  readonly name: BlockName;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
