import type { RelatedRecord } from "./article-record.ts";

/**
 * The address of the page that a user opens for this article.
 *
 * @throws TypeError for a record without an address, which `readRecord` never gives
 */
export function pageAddress(record: RelatedRecord): string {
  const address = record.webUrl ?? record.originalUrl;
  if (address === undefined) throw new TypeError(`no address in the record “${record.title}”`);
  return address;
}

/** All addresses that the record gives for its article, the page's own first. */
export function articleAddresses(record: RelatedRecord): string[] {
  const { webUrl, originalUrl, ampWebUrl, cdnAmpWebUrl } = record;
  return [webUrl, originalUrl, ampWebUrl, cdnAmpWebUrl].filter((address) => address !== undefined);
}
