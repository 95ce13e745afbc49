import type { DataSetInfo, OutletDirectory } from "../../data-set/data-set.ts";
import { LIVE_DATA_SET_ID } from "../../data-set/live-data-set.ts";
import { pageAddress } from "../../record/article-addresses.ts";
import type { ArticleRecord } from "../../record/article-record.ts";
import { HostNames } from "../../url/host-names.ts";
import { mainHost, outletDomains } from "../../url/outlet-domains.ts";
import { type ArticlesPerDay, articlesIn, startOfDay } from "./articles-per-day.ts";

/** Describes the live articles, or a part of them, as a data set. Views show a translated name instead of this one. */
export function liveInfo(days: ArticlesPerDay, version = ""): DataSetInfo {
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
 * Collects the outlets and hosts of live articles. It needs no Public Suffix List, since a feed's articles must be on its
 * outlet's own sites, and `provider.domain` is the domain of the site that an article is on.
 */
export class LiveOutlets {
  readonly #hostNames = new HostNames();
  readonly #sites = new Map<string, string>();
  /** The first name of each outlet, which is the latest one. */
  readonly #names = new Map<string, string>();

  /** Adds an article; the latest must come first. */
  add(record: ArticleRecord): void {
    const { name } = record.provider;
    const domain = mainHost(record.provider.domain);
    this.#sites.set(this.#hostNames.of(pageAddress(record)), domain);
    if (!this.#names.has(domain)) this.#names.set(domain, name);
  }

  /** The directory with which an index of these articles is built. */
  directory(info: DataSetInfo): OutletDirectory {
    return {
      info,
      sites: [...this.#sites],
      outlets: [...this.#names],
      patterns: [...this.#names.keys()].flatMap(outletDomains).map((domain) => `*://*.${domain}/*`),
    };
  }
}
