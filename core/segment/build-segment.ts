import type { DataSet, OutletDirectory } from "../data-set/data-set.ts";
import { pageAddress } from "../record/article-addresses.ts";
import type { ArticleRecord, RelatedRecord } from "../record/article-record.ts";
import { HostNames } from "../url/host-names.ts";
import { articleKeys, distinctRelated } from "./article-keys.ts";
import { statedTime } from "./article-summary.ts";
import { encodeBlock } from "./block-codec.ts";
import { EntryTable } from "./entry-table.ts";
import {
  type ArticlePlace,
  type Block,
  type BlockName,
  type DomainBucket,
  FORMAT_VERSION,
  MAX_NAMED_BY,
  type ReadBlock,
  type SegmentMeta,
} from "./format.ts";
import { keyHash } from "./key-hash.ts";
import { LatestInMemory, latestBlocks } from "./latest-articles.ts";
import { outletsByBucket, profileOf } from "./outlet-profiles.ts";
import { thirds } from "./quantiles.ts";
import { readableRecords, type ScannedBlock } from "./scan-source.ts";
import { documentsName } from "./source-block.ts";
import { type SourceBlock, SourceWriter } from "./source-writer.ts";
import { encodeUrlBucket, MAX_RELATED, type UrlEntry } from "./url-bucket.ts";

/** Addresses in a bucket of URL keys on average: about 10 kB. */
const KEYS_IN_BUCKET = 512;
/** The most addresses of one data set. Their entries take half a gigabyte of memory during the build. */
export const MAX_ENTRIES = 12_000_000;

/** Bytes of disk that an address takes during the build, for its entry and its bucket row together. */
export const INDEX_BYTES_A_KEY = 64;

/** Thrown for a data set with more than `MAX_ENTRIES` addresses. */
export class TooManyEntriesError extends Error {}

/**
 * Builds the index of a data set out of its source, block by block in order.
 *
 * Its state is the `entries`. They can be stored and restored, so that an interrupted build continues where it
 * was.
 */
export class SegmentBuilder {
  readonly entries: EntryTable;
  readonly #directory: OutletDirectory;
  readonly #siteNumbers: ReadonlyMap<string, number>;
  readonly #siteOfHost: ReadonlyMap<string, string>;
  readonly #hostNames = new HostNames();
  readonly #latest = new LatestInMemory();

  constructor(directory: OutletDirectory, entries: EntryTable = new EntryTable()) {
    this.entries = entries;
    this.#directory = directory;
    this.#siteOfHost = new Map(directory.sites);
    this.#siteNumbers = new Map(directory.outlets.map(([site], i) => [site, i]));
  }

  /**
   * Adds the records of a source block.
   *
   * @throws TooManyEntriesError
   */
  add(block: ScannedBlock): void {
    const { start, length } = block;
    for (const [index, record] of readableRecords(block))
      this.#addRecord(record, { start, length, index, related: null });
    if (this.entries.size > MAX_ENTRIES)
      throw new TooManyEntriesError(`more than ${MAX_ENTRIES} addresses`);
  }

  #addRecord(record: ArticleRecord, place: ArticlePlace): void {
    const own = articleKeys(record);
    this.#addArticle(record, own, place);
    for (const { article, index, keys } of distinctRelated(record, own))
      if (index < MAX_RELATED) this.#addArticle(article, keys, { ...place, related: index });
  }

  #addArticle(article: RelatedRecord, keys: readonly string[], place: ArticlePlace): void {
    const host = this.#hostNames.of(pageAddress(article));
    const site =
      this.#siteNumbers.get(this.#siteOfHost.get(host) ?? host) ?? this.#siteNumbers.size;
    const published = statedTime(article);
    const quality = article.quality ?? null;
    if (keys.length > 0) this.#latest.add(this.entries.size, { site, published }, article);
    for (const [i, key] of keys.entries())
      this.entries.add({ key: keyHash(key), place, isPage: i === 0, published, quality, site });
  }

  /**
   * The blocks of the index. `meta` comes last, so that a segment without it is known to be incomplete.
   *
   * @param read reads blocks of the source again, by name
   */
  async *finish(read: ReadBlock): AsyncGenerator<Block> {
    const { entries } = this;
    const { info, patterns } = this.#directory;
    const urlBuckets = Math.max(1, Math.ceil(entries.size / KEYS_IN_BUCKET));
    const articles: number[] = [];
    for (const [number, rows] of rowsByBucket(entries, urlBuckets)) {
      const bucket: (readonly [number, UrlEntry])[] = [];
      for (const group of sameKey(entries, rows)) {
        bucket.push([entries.fingerprint(group[0] ?? 0), urlEntry(entries, group)]);
        const article = articleRow(entries, group);
        if (article !== null) articles.push(article);
      }
      yield { name: `urls/${number}`, bytes: encodeUrlBucket(bucket) };
    }
    const outlets = outletsByBucket(entries, articles, this.#directory);
    for (const [number, inBucket] of outlets.entries()) {
      const bucket: DomainBucket = inBucket.map((outlet) => [
        outlet.site,
        profileOf(entries, outlet),
      ]);
      yield { name: `domains/${number}`, bytes: encodeBlock(bucket) };
    }
    yield* latestBlocks(entries, outlets, this.#latest, read);
    yield { name: "patterns", bytes: encodeBlock(patterns) };
    const qualities = articles.map((row) => entries.quality(row)).filter((value) => value !== null);
    const meta: SegmentMeta = {
      format: FORMAT_VERSION,
      dataSet: info,
      articles: articles.length,
      outlets: outlets.flat().length,
      thirds: thirds(qualities),
      urlBuckets,
      domainBuckets: outlets.length,
    };
    yield { name: "meta", bytes: encodeBlock(meta) };
  }
}

/** All blocks of the segment of a data set in memory, including its source blocks. */
export async function* buildSegment(dataSet: DataSet): AsyncGenerator<Block> {
  const builder = new SegmentBuilder(dataSet);
  const writer = new SourceWriter();
  const source = new Map<BlockName, Uint8Array<ArrayBuffer>>();
  const take = ({ start, bytes, records }: SourceBlock): Block => {
    const place = { start, length: bytes.length };
    builder.add({ ...place, records });
    source.set(documentsName(place), bytes);
    return { name: documentsName(place), bytes };
  };
  for (const record of dataSet.records) {
    const block = await writer.add(record);
    if (block !== null) yield take(block);
  }
  const last = await writer.close();
  if (last !== null) yield take(last);
  yield* builder.finish(async (name) => source.get(name));
}

/** The rows of each bucket, in the order in which they were added. A counting sort. */
function* rowsByBucket(
  entries: EntryTable,
  buckets: number,
): Generator<[bucket: number, rows: Uint32Array]> {
  const ends = new Uint32Array(buckets);
  for (let row = 0; row < entries.size; row++) {
    const bucket = entries.bucketHash(row) % buckets;
    ends[bucket] = (ends[bucket] ?? 0) + 1;
  }
  let sum = 0;
  const starts = ends.map((count) => {
    const start = sum;
    sum += count;
    return start;
  });
  ends.set(starts);
  const sorted = new Uint32Array(entries.size);
  for (let row = 0; row < entries.size; row++) {
    const bucket = entries.bucketHash(row) % buckets;
    const end = ends[bucket] ?? 0;
    sorted[end] = row;
    ends[bucket] = end + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++)
    yield [bucket, sorted.subarray(starts[bucket], ends[bucket])];
}

function sameKey(entries: EntryTable, rows: Uint32Array): Iterable<readonly number[]> {
  return Map.groupBy(rows, (row) => entries.fingerprint(row)).values();
}

function urlEntry(entries: EntryTable, rows: readonly number[]): UrlEntry {
  // The first row counts: another record with this address among its secondary ones does not replace it.
  const own = rows.find((row) => entries.isOwn(row));
  const naming = rows.filter((row) => !entries.isOwn(row));
  return {
    own: own === undefined ? null : entries.place(own),
    namedBy: latestFirst(entries, naming)
      .slice(0, MAX_NAMED_BY)
      .map((row) => entries.place(row)),
    namedByCount: naming.length,
  };
}

/** By the times of the naming records, latest first. Unknown times come last; equal ones keep the order of the source. */
function latestFirst(entries: EntryTable, naming: readonly number[]): number[] {
  if (naming.length < 2) return [...naming];
  const times = new Map(naming.map((row) => [row, entries.recordPublished(row)]));
  const time = (row: number) => times.get(row) ?? Number.NEGATIVE_INFINITY;
  return naming.toSorted((a, b) => (time(a) === time(b) ? a - b : time(b) - time(a)));
}

/** The row that describes an article: from its own record if there is one, else from the first that names it. */
function articleRow(entries: EntryTable, rows: readonly number[]): number | null {
  const pages = rows.filter((row) => entries.isPage(row));
  return pages.find((row) => entries.isOwn(row)) ?? pages[0] ?? null;
}
