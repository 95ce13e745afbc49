import type { DataSetInfo } from "../data-set/data-set.ts";
import type { ArticleRecord, RelatedRecord } from "../record/article-record.ts";
import { mainHost } from "../url/outlet-domains.ts";
import { articleKeys } from "./article-keys.ts";
import type { ArticleSummary } from "./article-summary.ts";
import { documentOf, summarize } from "./article-summary.ts";
import { DamagedBlockError, decodeBlock } from "./block-codec.ts";
import {
  type ArticlePlace,
  type BlockName,
  type DomainBucket,
  FORMAT_VERSION,
  type OutletProfile,
  type ReadBlock,
  type RecordPlace,
  type SegmentMeta,
} from "./format.ts";
import { domainBucket, keyHash } from "./key-hash.ts";
import { decodeLatest } from "./latest-articles.ts";
import { readRecords } from "./read-records.ts";
import type { DescribedArticle, KnownArticle, Segment } from "./segment.ts";
import type { SegmentStories } from "./segment-stories.ts";
import { decodeSourceBlock } from "./source-block.ts";
import { UnreadableSegmentError } from "./unreadable-segment.ts";
import { findInUrlBucket } from "./url-bucket.ts";

/** The most names that are tried for the outlet of a host, longest first. Bounds the blocks that are read. */
const MAX_SUFFIXES = 4;

/** The names under which the outlet of a host may be known, on the outlet's main domain, longest first. */
export function sitesOfHost(hostname: string): string[] {
  const labels = mainHost(hostname).split(".");
  const suffixes = labels.slice(0, -1).map((_, i) => labels.slice(i).join("."));
  return suffixes.slice(-MAX_SUFFIXES);
}

/** Whether a host that ends with an outlet's site belongs to the outlet. */
export function coversHost({ site, covers }: OutletProfile, hostname: string): boolean {
  return covers === "site" || site === mainHost(hostname);
}

/**
 * Looks up articles and outlets in one segment. It reads the blocks it needs through `read` each time and keeps
 * only `meta`.
 *
 * @throws UnreadableSegmentError from every method
 */
export class SegmentReader implements Segment {
  readonly meta: SegmentMeta;
  readonly name: string;
  readonly stories: SegmentStories | null;
  readonly #read: ReadBlock;

  private constructor(
    meta: SegmentMeta,
    name: string,
    read: ReadBlock,
    stories: SegmentStories | null,
  ) {
    this.meta = meta;
    this.name = name;
    this.stories = stories;
    this.#read = read;
  }

  /**
   * @param info the data set as the user has named it, where that differs from what was indexed
   * @param stories the story index of the same records, if there is one
   * @param name the name of the segment; default the id of the data set
   */
  static async open(
    read: ReadBlock,
    info?: DataSetInfo,
    stories: SegmentStories | null = null,
    name = info?.id,
  ): Promise<SegmentReader> {
    const meta = await load(read, name ?? "", "meta", decodeBlock<SegmentMeta>);
    if (meta.format !== FORMAT_VERSION)
      throw new UnreadableSegmentError(
        name ?? "",
        `the index has format ${meta.format}, not ${FORMAT_VERSION}`,
      );
    const dataSet = info ?? meta.dataSet;
    return new SegmentReader({ ...meta, dataSet }, name ?? dataSet.id, read, stories);
  }

  withoutStories(): SegmentReader {
    return new SegmentReader(this.meta, this.name, this.#read, null);
  }

  /** The article with a URL key. Reads one block, at most 1 + `MAX_NAMED_BY` more for
   * records, and those with the related articles that these refer to. */
  async article(key: string): Promise<KnownArticle | null> {
    const { bucket, fingerprint } = keyHash(key);
    const name: BlockName = `urls/${bucket % this.meta.urlBuckets}`;
    const entry = await this.#load(name, (_, bytes) => findInUrlBucket(name, bytes, fingerprint));
    if (entry === null) return null;
    const places: readonly ArticlePlace[] =
      entry.own === null ? entry.namedBy : [entry.own, ...entry.namedBy];
    const records = await this.#records(places);
    // Another key may have the same fingerprint, so the addresses in the record decide.
    const hasKey = (article: RelatedRecord) => articleKeys(article).includes(key);
    const own = entry.own && records[0] && hasKey(records[0]) ? documentOf(records[0]) : null;
    const namedBy = entry.namedBy.flatMap(({ related }, i) => {
      const record = records[i + (entry.own === null ? 0 : 1)];
      const named = record?.related?.[related ?? -1];
      if (record === undefined || named === undefined || !hasKey(named)) return [];
      return [{ document: documentOf(record), as: summarize(named) }];
    });
    if (own === null && namedBy.length === 0) return null;
    return { own, namedBy, omitted: entry.namedByCount - entry.namedBy.length, places };
  }

  /** The articles at some places, in the same order. Reads each block once. */
  async articles(places: readonly ArticlePlace[]): Promise<ArticleSummary[]> {
    return (await this.described(places)).map(summarize);
  }

  /** The records at some places, in the same order, or what a record says of a related article. */
  async described(places: readonly ArticlePlace[]): Promise<DescribedArticle[]> {
    const records = await this.#records(places);
    return places.map(({ start, index, related }, i) => {
      const record = records[i];
      const article = related === null ? record : record?.related?.[related];
      if (article === undefined) throw this.#unreadable(`no article ${start}/${index}/${related}`);
      return article;
    });
  }

  /** The profile of the outlet that a host belongs to. Reads at most `MAX_SUFFIXES` blocks. */
  async outlet(hostname: string): Promise<OutletProfile | null> {
    for (const site of sitesOfHost(hostname)) {
      const name: BlockName = `domains/${domainBucket(site, this.meta.domainBuckets)}`;
      const bucket = await this.#load(name, decodeBlock<DomainBucket>);
      const profile = bucket.find(([domain]) => domain === site)?.[1];
      if (profile !== undefined && coversHost(profile, hostname)) return profile;
    }
    return null;
  }

  /** The latest articles of an outlet, without excerpt and picture. Reads one block. */
  async latest({ site }: OutletProfile): Promise<readonly ArticleSummary[]> {
    const name: BlockName = `latest/${domainBucket(site, this.meta.domainBuckets)}`;
    const bucket = await this.#load(name, decodeLatest);
    return bucket.find(([domain]) => domain === site)?.[1] ?? [];
  }

  async patterns(): Promise<readonly string[]> {
    return this.#load("patterns", decodeBlock<string[]>);
  }

  async #records(places: readonly RecordPlace[]): Promise<ArticleRecord[]> {
    const records = await readRecords(places, (name) => this.#load(name, decodeSourceBlock));
    return records.map((record, i) => {
      if (record !== null) return record;
      throw this.#unreadable(`no record ${places[i]?.start}/${places[i]?.index}`);
    });
  }

  #load<Value>(name: BlockName, decode: Decode<Value>): Promise<Value> {
    return load(this.#read, this.name, name, decode);
  }

  #unreadable(message: string): UnreadableSegmentError {
    return new UnreadableSegmentError(this.name, message);
  }
}

type Decode<Value> = (name: string, bytes: Uint8Array<ArrayBuffer>) => Value | Promise<Value>;

async function load<Value>(
  read: ReadBlock,
  segment: string,
  name: BlockName,
  decode: Decode<Value>,
): Promise<Value> {
  const bytes = await read(name);
  if (bytes === undefined)
    throw new UnreadableSegmentError(segment, `the index lacks its block ${name}`);
  try {
    return await decode(name, bytes);
  } catch (error) {
    if (!(error instanceof DamagedBlockError)) throw error;
    throw new UnreadableSegmentError(segment, error.message);
  }
}
