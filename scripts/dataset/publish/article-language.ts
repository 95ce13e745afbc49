import type { OutletEntry } from "../../../core/outlets/subscription.ts";
import { pageAddress } from "../../../core/record/article-addresses.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";
import { primarySubtag, UNDETERMINED } from "./partitioning.ts";

/**
 * Makes a function that tells the language of an article, as a primary subtag: the one that its record states, else
 * the one of its outlet, if the outlet list knows one language only of that site, else `und`. Texts are not examined.
 */
export function articleLanguage(
  outlets: readonly Pick<OutletEntry, "domains" | "language">[],
): (record: ArticleRecord) => string {
  const languages = new Map<string, string>();
  for (const { domains, language } of outlets) {
    const subtag = primarySubtag(language) ?? UNDETERMINED;
    for (const domain of domains) {
      const known = languages.get(domain) ?? subtag;
      languages.set(domain, known === subtag ? subtag : UNDETERMINED);
    }
  }
  return (record) => {
    const stated = primarySubtag(record.language ?? "");
    if (stated !== null) return stated;
    const site = registrableDomain(new URL(pageAddress(record)).hostname);
    return languages.get(site) ?? UNDETERMINED;
  };
}
