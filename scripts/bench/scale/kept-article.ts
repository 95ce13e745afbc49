import { articleAddresses, pageAddress } from "../../../core/record/article-addresses.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { urlKey } from "../../../core/url/url-key.ts";
import type { FoundArticle } from "./contestant.ts";

/** An article in the stores that have one object for each article. */
export interface KeptArticle {
  /** Keys of all its addresses, the page's first. */
  readonly keys: string[];
  readonly domain: string;
  /** ms since 1970. */
  readonly time: number;
  readonly record: ArticleRecord;
}

export function keptArticle(record: ArticleRecord): KeptArticle {
  const keys = articleAddresses(record)
    .map(urlKey)
    .filter((key) => key !== null);
  return {
    keys: [...new Set(keys)],
    domain: record.provider.domain,
    time: Date.parse(record.publishedDateTime ?? ""),
    record,
  };
}

export function foundArticle({ record }: Pick<KeptArticle, "record">): FoundArticle {
  return { title: record.title, url: pageAddress(record) };
}
