import { murmur3 } from "../hash.ts";
import { articleAddresses, pageAddress } from "../record/article-addresses.ts";
import type { ArticleRecord, RelatedRecord } from "../record/article-record.ts";
import { HostNames } from "../url/host-names.ts";
import { mainHost, outletDomains } from "../url/outlet-domains.ts";
import { addressKey } from "../url/url-key.ts";
import { canWrap, unwrap } from "../url/wrapped-url.ts";
import type { DataSetManifest, DataSetSummary, OutletDirectory } from "./data-set.ts";
import { KeySet } from "./key-set.ts";

/** A host on which an AMP cache serves one publisher only: `futurism-com.cdn.ampproject.org`. */
const PUBLISHERS_CACHE_HOST = /^[^.]+\.(?:cdn\.ampproject\.(?:org|net)|bing-amp\.com)$/;

/** What is known of a host. */
interface HostFacts {
  /** The main domain of its outlet. */
  readonly site: string;
  /** Match patterns of the outlet's pages: of its whole sites, where the hosts below them belong to it too. */
  readonly patterns: readonly string[];
  /** Whether it may serve pages of other publishers. */
  readonly canWrap: boolean;
}

/**
 * Takes the articles of a data set one by one and finds out what the set holds: its distinct articles, its
 * sites and the pages to ask permission for. Keeps hashes only, so a million articles take about 30 MB.
 */
export class DataSetIntake {
  readonly #siteOf: (host: string) => string;
  readonly #pages = new KeySet();
  readonly #hosts = new Map<string, string>();
  readonly #hostNames = new HostNames();
  readonly #facts = new Map<string, HostFacts>();
  readonly #patterns = new Set<string>();
  /** How often each name is given to an outlet, by its main domain. */
  readonly #outlets = new Map<string, Map<string, number>>();
  #duplicates = 0;
  #keys = 0;
  #version = 0;
  #from = Number.POSITIVE_INFINITY;
  #to = Number.NEGATIVE_INFINITY;
  #least = Number.POSITIVE_INFINITY;
  #most = Number.NEGATIVE_INFINITY;
  #rated = 0;

  /** @param siteOf registrable domain of a host (`registrableDomain`) */
  constructor(siteOf: (host: string) => string) {
    this.#siteOf = siteOf;
  }

  /** The number of distinct articles added so far. */
  get size(): number {
    return this.#pages.size;
  }

  /**
   * Adds an article, unless one whose page has the same `urlKey` was added before.
   *
   * @param json the JSON of the record, for callers that have it already
   */
  add(record: ArticleRecord, json = JSON.stringify(record)): "added" | "duplicate" {
    const page = pageAddress(record);
    if (!this.#pages.add(addressKey(page))) {
      this.#duplicates++;
      return "duplicate";
    }
    this.#version = murmur3(json, this.#version);
    this.#addArticle(record);
    for (const related of record.related ?? []) this.#addArticle(related);
    const time = Date.parse(record.publishedDateTime ?? "");
    if (!Number.isNaN(time)) {
      this.#from = Math.min(this.#from, time);
      this.#to = Math.max(this.#to, time);
    }
    if (record.quality !== undefined) {
      this.#least = Math.min(this.#least, record.quality);
      this.#most = Math.max(this.#most, record.quality);
      this.#rated++;
    }
    return "added";
  }

  /** A summary of what was added so far. */
  summary(): DataSetSummary {
    const isDated = this.#from <= this.#to;
    return {
      records: this.#pages.size,
      duplicates: this.#duplicates,
      outlets: this.#outlets.size,
      from: isDated ? this.#from : null,
      to: isDated ? this.#to : null,
      quality: this.#rated === 0 ? null : { min: this.#least, max: this.#most, rated: this.#rated },
      version: this.#version.toString(16).padStart(8, "0"),
      keys: this.#keys,
    };
  }

  /** Each host that the articles name with the main domain of its outlet, in the order of hosts. */
  sites(): [host: string, site: string][] {
    return [...this.#hosts].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** The main domain and the most frequent name of each outlet with an article, in the order of domains. */
  outlets(): [site: string, name: string][] {
    return Array.from(this.#outlets, ([site, names]): [string, string] => {
      const best = [...names].reduce((a, b) => (b[1] > a[1] ? b : a));
      return [site, best[0]];
    }).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Match patterns of the pages on which the content script may run, in order. */
  patterns(): string[] {
    return [...this.#patterns].sort();
  }

  /** What was added so far, as a data set of which its publisher says `manifest`. */
  directory(manifest: DataSetManifest): OutletDirectory {
    const { version, from, to, records } = this.summary();
    return {
      info: { ...manifest, version, from, to, records },
      sites: this.sites(),
      outlets: this.outlets(),
      patterns: this.patterns(),
    };
  }

  #addArticle(article: RelatedRecord): void {
    for (const address of articleAddresses(article)) {
      this.#keys++;
      const host = this.#hostNames.of(address);
      const { patterns, canWrap } = this.#factsOf(host);
      const isWrapped = canWrap && unwrap(new URL(address)) !== null;
      // A viewer, an archive and the common host of a cache serve the pages of all publishers, so the
      // content script must not run there; the popup still answers.
      if (isWrapped && !PUBLISHERS_CACHE_HOST.test(host)) continue;
      // In a cache, only the host that serves this publisher. Elsewhere the whole site, except where the
      // host shares its domain with others (`github.io`) or is an IP address.
      for (const pattern of isWrapped ? [`*://${host}/*`] : patterns) this.#patterns.add(pattern);
    }
    const { name, domain } = article.provider;
    const { site } = this.#factsOf(this.#hostNames.of(pageAddress(article)));
    const names = this.#outlets.get(site) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + 1);
    this.#outlets.set(site, names);
    this.#siteOfHost(domain);
  }

  #factsOf(host: string): HostFacts {
    const known = this.#facts.get(host);
    if (known !== undefined) return known;
    const site = this.#siteOfHost(host);
    const isWhole = this.#siteOf(`a.${site}`) === site;
    const several = outletDomains(host);
    const domains = new Set([site, ...(several.length > 1 ? several : [])]);
    const patterns = isWhole
      ? Array.from(domains, (domain) => `*://*.${domain}/*`)
      : [`*://${host}/*`];
    const facts = { site, patterns, canWrap: canWrap(host) };
    this.#facts.set(host, facts);
    return facts;
  }

  #siteOfHost(host: string): string {
    const known = this.#hosts.get(host);
    if (known !== undefined) return known;
    const site = this.#siteOf(mainHost(host));
    this.#hosts.set(host, site);
    return site;
  }
}
