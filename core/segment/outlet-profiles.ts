import type { OutletDirectory } from "../data-set/data-set.ts";
import type { EntryTable } from "./entry-table.ts";
import type { OutletProfile } from "./format.ts";
import { domainBucket } from "./key-hash.ts";
import { quantiles } from "./quantiles.ts";

/** Outlets in a bucket on average. Their latest articles take about 10 kB. */
const OUTLETS_IN_BUCKET = 4;

/** An outlet and the rows of its distinct articles. */
export interface OutletRows {
  readonly site: string;
  readonly name: string;
  readonly covers: OutletProfile["covers"];
  readonly rows: readonly number[];
}

/**
 * The outlets that have articles, by bucket.
 *
 * @param articles one row for each distinct article
 */
export function outletsByBucket(
  entries: EntryTable,
  articles: readonly number[],
  directory: OutletDirectory,
): readonly (readonly OutletRows[])[] {
  const rowsOfSite: number[][] = directory.outlets.map(() => []);
  for (const row of articles) rowsOfSite[entries.site(row)]?.push(row);
  const wholeSites = new Set(directory.patterns);
  const outlets = directory.outlets.flatMap(([site, name], i): OutletRows[] => {
    const rows = rowsOfSite[i] ?? [];
    const covers = wholeSites.has(`*://*.${site}/*`) ? "site" : "host";
    return rows.length === 0 ? [] : [{ site, name, covers, rows }];
  });
  const count = Math.max(1, Math.ceil(outlets.length / OUTLETS_IN_BUCKET));
  const buckets: OutletRows[][] = Array.from({ length: count }, () => []);
  for (const outlet of outlets) buckets[domainBucket(outlet.site, count)]?.push(outlet);
  return buckets;
}

/** The profile of an outlet, as the index stores it. */
export function profileOf(
  entries: EntryTable,
  { site, name, covers, rows }: OutletRows,
): OutletProfile {
  const qualities = rows.map((row) => entries.quality(row)).filter((quality) => quality !== null);
  const counts = { articles: rows.length, rated: qualities.length };
  return { site, covers, name, ...counts, quality: quantiles(qualities) };
}
