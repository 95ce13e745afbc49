import type { RelatedRecord } from "./article-record.ts";

/** The page a reader opens for this article. */
export function pageAddress(record: RelatedRecord): string {
  const address = record.webUrl ?? record.originalUrl;
  if (address === undefined) throw new TypeError(`no address in the record “${record.title}”`);
  return address;
}

/** Every address the record knows for its article, the page's first. */
export function articleAddresses(record: RelatedRecord): string[] {
  const { webUrl, originalUrl, ampWebUrl, cdnAmpWebUrl } = record;
  return [webUrl, originalUrl, ampWebUrl, cdnAmpWebUrl].filter((address) => address !== undefined);
}
