import type { Feed, FeedItem } from "../../../../core/feeds/read/feed.ts";

/** The namespaces that feeds declare. */
export const NAMESPACES = `xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:dcterms="http://purl.org/dc/terms/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
  xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"`;

/** An item of which nothing is known. */
export const EMPTY: FeedItem = {
  id: "",
  titles: [],
  excerpts: [],
  links: [],
  base: [],
  times: [],
  topics: [],
  images: [],
  isVideo: false,
  language: "",
  kinds: [],
  authors: [],
  isPaid: false,
};

export function first({ items }: Feed): FeedItem | undefined {
  return items[0];
}
