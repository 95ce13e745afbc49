import { articleAddresses } from "../record/article-addresses.ts";
import type { ArticleRecord, RelatedRecord } from "../record/article-record.ts";
import { urlKey } from "../url/url-key.ts";

/** Keys that were found: an article that many records name is one object, and to parse addresses takes long. */
const known = new WeakMap<RelatedRecord, readonly string[]>();

/** The URL keys of all addresses of an article, each once, the page's own first. */
export function articleKeys(record: RelatedRecord): readonly string[] {
  const found = known.get(record);
  if (found !== undefined) return found;
  const addresses = articleAddresses(record).map(urlKey);
  const keys = [...new Set(addresses.filter((key) => key !== null))];
  known.set(record, keys);
  return keys;
}

/** An article that a record names as related, with its index in the record's list. */
export interface NamedArticle {
  readonly article: RelatedRecord;
  readonly index: number;
  readonly keys: readonly string[];
}

/**
 * The articles that a record names as related, each once and without the record's own article.
 *
 * @param own the keys of the record's own article
 */
export function distinctRelated(record: ArticleRecord, own: readonly string[]): NamedArticle[] {
  const seen = new Set(own);
  const named: NamedArticle[] = [];
  for (const [index, article] of (record.related ?? []).entries()) {
    const keys = articleKeys(article);
    if (keys.some((key) => seen.has(key))) continue;
    for (const key of keys) seen.add(key);
    named.push({ article, index, keys });
  }
  return named;
}
