import type { DataSetInfo } from "../data-set/data-set.ts";

/**
 * The shape of a segment: the immutable index of one data set, as small blocks found by name.
 *
 *   meta         what the data set is and how the rest is cut up
 *   urls/N       bucket N of URL keys: which documents are about, or name, the article
 *   docs/N       some articles with what their records name as related
 *   domains/N    bucket N of registrable domains: the outlet's profile
 *
 * A look-up reads a bounded number of blocks whatever the size of the data set, so a worker that
 * was just woken answers without loading an index. A change of any shape below is a new
 * `FORMAT_VERSION`; an older segment is then built anew, never migrated.
 */
export const FORMAT_VERSION = 3;

/** Where a document lies: number of its `docs` block, and its place in it. */
export type DocumentPlace = readonly [block: number, index: number];

/** Where a record names a related article: the record's place, and the article's in its `related`. */
export type NamingPlace = readonly [block: number, index: number, related: number];

/** An article as an answer shows it. */
export interface ArticleSummary {
  readonly title: string;
  readonly excerpt: string;
  /** The page's address as the data has it: http or https. */
  readonly url: string;
  /** ms since 1970, or `null` when the data does not say. */
  readonly published: number | null;
  readonly type: "article" | "video";
  readonly outlet: { readonly name: string; readonly domain: string };
  /** Open-ended score of the data set; `null` is "not rated". */
  readonly quality: number | null;
  /** http(s) address of a picture, or `null`. */
  readonly image: string | null;
}

/** A record: its article, and what it names as related in the record's order. */
export interface SegmentDocument {
  readonly article: ArticleSummary;
  readonly topics: readonly string[];
  readonly related: readonly ArticleSummary[];
}

/** What is known under one URL key. */
export interface UrlEntry {
  /** The article's own record, if it has one. */
  readonly own: DocumentPlace | null;
  /** Records that name the article as related, latest first, at most `MAX_NAMED_BY`. */
  readonly namedBy: readonly NamingPlace[];
  /** How many records name it in all. */
  readonly namedByCount: number;
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
  /** Latest articles first, at most `MAX_LATEST`. */
  readonly latest: readonly ArticleSummary[];
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
  readonly patterns: readonly string[];
  /** Number of buckets; powers of two are not needed. */
  readonly urlBuckets: number;
  readonly domainBuckets: number;
}

/** Content of the bucket blocks: entries in no order, few enough to scan. */
export type UrlBucket = readonly (readonly [key: string, entry: UrlEntry])[];
export type DomainBucket = readonly (readonly [site: string, profile: OutletProfile])[];
export type DocumentBlock = readonly SegmentDocument[];

/** Records followed from a page that only others name: bounds the blocks a look-up reads. */
export const MAX_NAMED_BY = 4;
/** Articles kept in an outlet's profile. */
export const MAX_LATEST = 10;

export type BlockName = "meta" | `${"urls" | "docs" | "domains"}/${number}`;

/** Bytes of a block by name; `undefined` when there is none. */
export type ReadBlock = (name: BlockName) => Promise<Uint8Array | undefined>;
