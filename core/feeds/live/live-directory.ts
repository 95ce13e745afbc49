import {
  type DataSetInfo,
  LIVE_DATA_SET_ID,
  type OutletDirectory,
} from "../../data-set/data-set.ts";
import { pageAddress } from "../../record/article-addresses.ts";
import type { ArticleRecord } from "../../record/article-record.ts";
import { HostNames } from "../../url/host-names.ts";
import { articlesIn, type DayCounts, startOfDay } from "./day-counts.ts";

/** What is said of the live articles, or of a part of them. The name is what a view puts in its own words. */
export function liveInfo(days: DayCounts, version = ""): DataSetInfo {
  const dates = days.map(([day]) => startOfDay(day)).sort((a, b) => a - b);
  return {
    id: LIVE_DATA_SET_ID,
    name: "Live outlets",
    description: "",
    licence: "",
    source: "",
    version,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    records: articlesIn(days),
  };
}

/**
 * Gathers the outlets and hosts of live articles. No Public Suffix List is needed: an article counts
 * only on its outlet's own site, which is its `provider.domain`.
 */
export class LiveOutlets {
  readonly #hostNames = new HostNames();
  readonly #sites = new Map<string, string>();
  /** The name that came first is the latest. */
  readonly #names = new Map<string, string>();

  /** The latest taken in first. */
  add(record: ArticleRecord): void {
    const { name, domain } = record.provider;
    this.#sites.set(this.#hostNames.of(pageAddress(record)), domain);
    if (!this.#names.has(domain)) this.#names.set(domain, name);
  }

  /** What an index of these articles is built with. */
  directory(info: DataSetInfo): OutletDirectory {
    return {
      info,
      sites: [...this.#sites],
      outlets: [...this.#names],
      patterns: Array.from(this.#names.keys(), (domain) => `*://*.${domain}/*`),
    };
  }
}
