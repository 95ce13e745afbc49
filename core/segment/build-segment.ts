import type { DataSet } from "../data-set/data-set.ts";
import {
  type ArticleRecord,
  articleAddresses,
  pageAddress,
  type RelatedRecord,
} from "../record/article-record.ts";
import { urlKey } from "../url/url-key.ts";
import { encodeBlock } from "./block-codec.ts";
import { bucketOf } from "./bucket.ts";
import {
  type ArticleSummary,
  type BlockName,
  type DocumentPlace,
  FORMAT_VERSION,
  MAX_LATEST,
  MAX_NAMED_BY,
  type NamingPlace,
  type OutletProfile,
  type SegmentDocument,
  type SegmentMeta,
} from "./format.ts";
import { quantiles, thirds } from "./quantiles.ts";

/** A `docs` block is closed when its text passes this many UTF-16 code units. */
const DOCUMENT_BLOCK_LENGTH = 32_768;
/** Entries in a bucket on average: about 40 kB of URL keys, 60 kB of profiles. */
const KEYS_IN_BUCKET = 256;
const DOMAINS_IN_BUCKET = 16;

/** A named block of a segment under construction. */
export interface Block {
  readonly name: BlockName;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The segment of a data set, block by block; `meta` comes last, so that a segment without it is
 * known to be incomplete.
 */
export function* buildSegment(dataSet: DataSet): Generator<Block> {
  const sites = new Map(dataSet.sites);
  const urls = new UrlIndex();
  const outlets = new OutletIndex((host) => sites.get(host) ?? host);

  const documents = new DocumentBlocks();
  for (const record of dataSet.records) {
    const own = keysOf(record);
    if (urls.hasRecord(own)) continue;
    const related = distinctRelated(record, own);
    const document: SegmentDocument = {
      article: summarize(record),
      topics: record.topics ?? [],
      related: related.map(summarize),
    };
    const { place, full } = documents.add(document);
    if (full !== null) yield full;
    urls.addRecord(own, place);
    outlets.add(own, record, document.article, true);
    for (const [i, article] of related.entries()) {
      const summary = document.related[i];
      const keys = keysOf(article);
      urls.addNamed(keys, [...place, i], document.article.published);
      if (summary !== undefined) outlets.add(keys, article, summary, false);
    }
  }
  const rest = documents.close();
  if (rest !== null) yield rest;

  const urlEntries = urls.entries();
  const urlBuckets = bucketCount(urlEntries.length, KEYS_IN_BUCKET);
  yield* buckets("urls", urlEntries, urlBuckets);
  const profiles = outlets.profiles(new Set(dataSet.patterns));
  const domainBuckets = bucketCount(profiles.length, DOMAINS_IN_BUCKET);
  yield* buckets("domains", profiles, domainBuckets);
  const meta: SegmentMeta = {
    format: FORMAT_VERSION,
    dataSet: dataSet.info,
    articles: outlets.articleCount,
    outlets: profiles.length,
    thirds: thirds(outlets.qualities()),
    patterns: dataSet.patterns,
    urlBuckets,
    domainBuckets,
  };
  yield { name: "meta", bytes: encodeBlock(meta) };
}

function bucketCount(entries: number, perBucket: number): number {
  return Math.max(1, Math.ceil(entries / perBucket));
}

function* buckets<Entry>(
  kind: "urls" | "domains",
  entries: readonly (readonly [string, Entry])[],
  count: number,
): Generator<Block> {
  const lists: (readonly [string, Entry])[][] = Array.from({ length: count }, () => []);
  for (const entry of entries) lists[bucketOf(entry[0], count)]?.push(entry);
  for (const [i, list] of lists.entries()) yield { name: `${kind}/${i}`, bytes: encodeBlock(list) };
}

/** Keys of all addresses of an article, the page's first. */
function keysOf(record: RelatedRecord): string[] {
  const keys = articleAddresses(record)
    .map(urlKey)
    .filter((key) => key !== null);
  return [...new Set(keys)];
}

/** What a record names as related, without itself and without repeats. */
function distinctRelated(record: ArticleRecord, own: readonly string[]): RelatedRecord[] {
  const seen = new Set(own);
  return (record.related ?? []).filter((article) => {
    const keys = keysOf(article);
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}

function summarize(record: RelatedRecord): ArticleSummary {
  const time = Date.parse(record.publishedDateTime ?? "");
  return {
    title: record.title,
    excerpt: record.excerpt ?? "",
    url: pageAddress(record),
    published: Number.isNaN(time) ? null : time,
    type: record.type,
    outlet: { name: record.provider.name, domain: record.provider.domain },
    quality: record.quality ?? null,
    image: record.images?.[0]?.url ?? null,
  };
}

class DocumentBlocks {
  #documents: SegmentDocument[] = [];
  #length = 0;
  #number = 0;

  /** Where the document will lie, and the block it filled, if it did. */
  add(document: SegmentDocument): { place: DocumentPlace; full: Block | null } {
    const place: DocumentPlace = [this.#number, this.#documents.length];
    this.#documents.push(document);
    this.#length += JSON.stringify(document).length;
    return { place, full: this.#length >= DOCUMENT_BLOCK_LENGTH ? this.close() : null };
  }

  close(): Block | null {
    if (this.#documents.length === 0) return null;
    const block: Block = { name: `docs/${this.#number}`, bytes: encodeBlock(this.#documents) };
    this.#documents = [];
    this.#length = 0;
    this.#number++;
    return block;
  }
}

class UrlIndex {
  readonly #entries = new Map<
    string,
    { own: DocumentPlace | null; namedBy: { place: NamingPlace; time: number }[]; count: number }
  >();

  hasRecord(keys: readonly string[]): boolean {
    const page = keys[0];
    return page !== undefined && this.#entries.get(page)?.own != null;
  }

  addRecord(keys: readonly string[], place: DocumentPlace): void {
    // A second record's secondary address does not take over the first record's page.
    for (const key of keys) this.#entry(key).own ??= place;
  }

  addNamed(keys: readonly string[], place: NamingPlace, published: number | null): void {
    for (const key of keys) {
      const entry = this.#entry(key);
      entry.count++;
      entry.namedBy.push({ place, time: published ?? Number.NEGATIVE_INFINITY });
      entry.namedBy.sort((a, b) => b.time - a.time).splice(MAX_NAMED_BY);
    }
  }

  entries() {
    return Array.from(this.#entries, ([key, { own, namedBy, count }]) => {
      const places = namedBy.map(({ place }) => place);
      return [key, { own, namedBy: places, namedByCount: count }] as const;
    });
  }

  #entry(key: string) {
    const entry = this.#entries.get(key) ?? { own: null, namedBy: [], count: 0 };
    this.#entries.set(key, entry);
    return entry;
  }
}

/** Articles by outlet, each article once: its own record counts before what others say of it. */
class OutletIndex {
  readonly #siteOf: (hostname: string) => string;
  readonly #articles = new Map<string, { site: string; summary: ArticleSummary; own: boolean }>();

  constructor(siteOf: (hostname: string) => string) {
    this.#siteOf = siteOf;
  }

  get articleCount(): number {
    return this.#articles.size;
  }

  add(keys: readonly string[], record: RelatedRecord, summary: ArticleSummary, own: boolean): void {
    const [key] = keys;
    if (key === undefined || (this.#articles.has(key) && !own)) return;
    const site = this.#siteOf(new URL(pageAddress(record)).hostname);
    this.#articles.set(key, { site, summary, own });
  }

  qualities(): number[] {
    return Array.from(this.#articles.values(), ({ summary }) => summary.quality).filter(
      (quality) => quality !== null,
    );
  }

  /** @param patterns a site that is one outlet's as a whole has a pattern for all its hosts */
  profiles(patterns: ReadonlySet<string>): (readonly [string, OutletProfile])[] {
    const bySite = Map.groupBy(this.#articles.values(), ({ site }) => site);
    return Array.from(bySite, ([site, articles]) => {
      const summaries = articles.map(({ summary }) => summary);
      const covers = patterns.has(`*://*.${site}/*`) ? "site" : "host";
      return [site, { site, covers, ...profile(summaries) }] as const;
    });
  }
}

function profile(articles: readonly ArticleSummary[]): Omit<OutletProfile, "site" | "covers"> {
  const qualities = articles.map(({ quality }) => quality).filter((quality) => quality !== null);
  const latestFirst = [...articles].sort((a, b) => (b.published ?? 0) - (a.published ?? 0));
  return {
    name: mostFrequent(articles.map(({ outlet }) => outlet.name)),
    articles: articles.length,
    rated: qualities.length,
    quality: quantiles(qualities),
    latest: latestFirst.slice(0, MAX_LATEST),
  };
}

function mostFrequent(names: readonly string[]): string {
  const counts = Map.groupBy(names, (name) => name);
  const [best] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  return best?.[0] ?? "";
}
