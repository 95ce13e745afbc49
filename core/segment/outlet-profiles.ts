import type { OutletDirectory } from "../data-set/data-set.ts";
import { encodeBlock } from "./block-codec.ts";
import type { EntryTable } from "./entry-table.ts";
import { type Block, type DomainBucket, MAX_LATEST, type OutletProfile } from "./format.ts";
import { domainBucket } from "./key-hash.ts";
import { quantiles } from "./quantiles.ts";

/** Profiles in a bucket on average: a few kB each. */
const DOMAINS_IN_BUCKET = 16;

/** The distinct articles of a data set, by their rows. */
export interface OutletArticles {
  readonly entries: EntryTable;
  readonly rows: readonly number[];
  readonly directory: OutletDirectory;
}

/** The `domains` blocks, and how many outlets and buckets there are. */
export function domainBuckets(outlets: OutletArticles): {
  readonly blocks: Generator<Block>;
  readonly profiles: number;
  readonly buckets: number;
} {
  const { entries, rows, directory } = outlets;
  const bySite: number[][] = directory.outlets.map(() => []);
  for (const row of rows) bySite[entries.site(row)]?.push(row);
  const named = directory.outlets.filter((_, i) => (bySite[i]?.length ?? 0) > 0);
  const buckets = Math.max(1, Math.ceil(named.length / DOMAINS_IN_BUCKET));
  const wholeSites = new Set(directory.patterns);
  function* blocks(): Generator<Block> {
    const sitesByBucket: number[][] = Array.from({ length: buckets }, () => []);
    for (const [i, [site]] of directory.outlets.entries())
      if ((bySite[i]?.length ?? 0) > 0) sitesByBucket[domainBucket(site, buckets)]?.push(i);
    for (const [number, sites] of sitesByBucket.entries()) {
      const bucket: DomainBucket = sites.map((i) => {
        const [site, name] = directory.outlets[i] ?? ["", ""];
        const covers = wholeSites.has(`*://*.${site}/*`) ? "site" : "host";
        return [site, { site, covers, name, ...profile(entries, bySite[i] ?? []) }];
      });
      yield { name: `domains/${number}`, bytes: encodeBlock(bucket) };
    }
  }
  return { blocks: blocks(), profiles: named.length, buckets };
}

function profile(
  entries: EntryTable,
  rows: readonly number[],
): Pick<OutletProfile, "articles" | "rated" | "quality" | "latest"> {
  const qualities = rows.map((row) => entries.quality(row)).filter((quality) => quality !== null);
  return {
    articles: rows.length,
    rated: qualities.length,
    quality: quantiles(qualities),
    latest: latestRows(entries, rows).map((row) => entries.place(row)),
  };
}

/** The latest rows first, those in time order before those without a time. */
function latestRows(entries: EntryTable, rows: readonly number[]): number[] {
  const latest: { row: number; time: number }[] = [];
  for (const row of rows) {
    const time = entries.published(row);
    const last = latest[MAX_LATEST - 1];
    if (last !== undefined && time <= last.time) continue;
    // Equal times keep the order of the source.
    const at = latest.findIndex((other) => other.time < time);
    latest.splice(at < 0 ? latest.length : at, 0, { row, time });
    if (latest.length > MAX_LATEST) latest.pop();
  }
  return latest.map(({ row }) => row);
}
