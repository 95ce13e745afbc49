import { hashText } from "../hash.ts";
import {
  type ArticleRecord,
  articleAddresses,
  type RelatedRecord,
} from "../record/article-record.ts";
import { unwrap } from "../url/wrapped-url.ts";
import type { DataSet, DataSetManifest } from "./data-set.ts";

/** A host that an AMP cache keeps for one publisher: `futurism-com.cdn.ampproject.org`. */
const PUBLISHERS_CACHE_HOST = /^[^.]+\.(?:cdn\.ampproject\.(?:org|net)|bing-amp\.com)$/;

/**
 * A data set ready to index out of validated records.
 *
 * @param siteOf registrable domain of a host (`registrableDomain`)
 */
export function prepareDataSet(
  manifest: DataSetManifest,
  records: readonly ArticleRecord[],
  siteOf: (hostname: string) => string,
): DataSet {
  const sites = new Map<string, string>();
  const patterns = new Set<string>();
  for (const article of records.flatMap(withRelated)) {
    for (const address of articleAddresses(article)) {
      const url = new URL(address);
      const wrapper = unwrap(url)?.wrapper;
      const host = url.hostname;
      const site = sites.get(host) ?? siteOf(host);
      sites.set(host, site);
      // A viewer, an archive or a cache's front holds everyone's pages: the popup serves there.
      if (wrapper !== undefined && !PUBLISHERS_CACHE_HOST.test(host)) continue;
      // Of a cache only the publisher's own host there; of a publisher the whole site, but nothing
      // around a host that others share (`github.io`) or that is an address in numbers.
      const isWhole = wrapper === undefined && siteOf(`a.${site}`) === site;
      patterns.add(isWhole ? `*://*.${site}/*` : `*://${host}/*`);
    }
    if (!sites.has(article.provider.domain))
      sites.set(article.provider.domain, siteOf(article.provider.domain));
  }
  const times = records
    .map((record) => Date.parse(record.publishedDateTime ?? ""))
    .filter((time) => !Number.isNaN(time));
  return {
    info: {
      ...manifest,
      version: hashText(JSON.stringify([manifest, records]))
        .toString(16)
        .padStart(8, "0"),
      from: times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b)),
      to: times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b)),
      records: records.length,
    },
    sites: [...sites].sort(([a], [b]) => (a < b ? -1 : 1)),
    patterns: [...patterns].sort(),
    records: [...records],
  };
}

function withRelated(record: ArticleRecord): RelatedRecord[] {
  return [record, ...(record.related ?? [])];
}
