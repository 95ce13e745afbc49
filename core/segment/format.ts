import type { DataSetInfo } from "../data-set/data-set.ts";
import type { ArticleSummary } from "./article-summary.ts";

/**
 * The format of a segment, the immutable index of one data set: small blocks that are found by name.
 *
 *   meta             what the data set is, and the numbers of buckets
 *   urls/N           bucket N of URL keys: the article's own record, and records that name it
 *   domains/N        bucket N of registrable domains: the outlet's profile
 *   latest/N         the latest articles of the outlets in `domains/N`
 *   patterns         match patterns of the pages on which the content script may run
 *   docs/START+LENGTH  some records and related articles: a block of the data set's source
 *
 * A look-up reads a bounded number of blocks, whatever the size of the data set, so a worker that was just
 * started can answer without loading an index. Whoever changes a shape below raises `FORMAT_VERSION`; older
 * segments are then built again, never migrated.
 */
export const FORMAT_VERSION = 9;

/** Where a block is in the source, in bytes. */
export interface BlockPlace {
  readonly start: number;
  readonly length: number;
}

/** Where a record is stored: its block in the source and its index in the block. */
export interface RecordPlace extends BlockPlace {
  readonly index: number;
}

/**
 * Where an article is described. `related` is its index in the `related` list of the record; `null` when the
 * record is the article's own.
 */
export interface ArticlePlace extends RecordPlace {
  readonly related: number | null;
}

/** What a data set says of one outlet. */
export interface OutletProfile {
  /** Its registrable domain, or its host where that is shared with others (`anyone.github.io`). */
  readonly site: string;
  /** Whether all hosts below `site` belong to the outlet (`site`), or only `site` itself (`host`). */
  readonly covers: "site" | "host";
  readonly name: string;
  /** The number of distinct articles, and how many of them are rated. */
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

/** Where the thirds end: quality up to `lower` is in the lower third of the data set, up to `middle` in the middle one. */
export interface QualityThirds {
  readonly lower: number;
  readonly middle: number;
}

export interface SegmentMeta {
  readonly format: typeof FORMAT_VERSION;
  readonly dataSet: DataSetInfo;
  /** Distinct articles, including those only named as related. */
  readonly articles: number;
  readonly outlets: number;
  readonly thirds: QualityThirds | null;
  /** The number of buckets; need not be a power of two. */
  readonly urlBuckets: number;
  readonly domainBuckets: number;
}

/** In no order: few enough to be scanned. */
export type DomainBucket = readonly (readonly [site: string, profile: OutletProfile])[];

/** The latest articles of each outlet, latest first, at most `MAX_LATEST`, without excerpt, picture and history. */
export type LatestBucket = readonly (readonly [site: string, latest: readonly ArticleSummary[]])[];

/**
 * The most bytes of a block, packed and unpacked. A block has some ten kilobytes; only a source block whose record is
 * larger than that has more. What claims to be longer is damaged, or made to fill the memory.
 */
export const MAX_BLOCK_BYTES = 67_108_864;

/** The most records that are read for an article that others name. Bounds the blocks that a look-up reads. */
export const MAX_NAMED_BY = 4;
/** The most latest articles that are listed for an outlet. */
export const MAX_LATEST = 10;

export type DocumentsName = `docs/${number}+${number}`;
export type BlockName =
  | "meta"
  | "patterns"
  | `${"urls" | "domains" | "latest"}/${number}`
  | DocumentsName;

/** Reads the bytes of a block by its name; `undefined` when there is no such block. */
export type ReadBlock = (name: BlockName) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/** A block of a segment that is being built. */
export interface Block {
  readonly name: BlockName;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
