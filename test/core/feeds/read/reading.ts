import type { FeedFailure } from "../../../../core/feeds/read/feed-answer.ts";
import { type FeedContent, readFeed } from "../../../../core/feeds/read/read-feed.ts";
import type { ArticleRecord } from "../../../../core/record/article-record.ts";

/** When the feeds of the tests are read. */
export const NOW = Date.UTC(2026, 10, 23, 9);
export const OUTLET = { name: "The Tribune", domains: ["tribune.example"] };
export const ADDRESS = "https://feeds.tribune.example/all/rss.xml";

/** A feed as the Tribune's, read a second after nine on 23 November 2026. */
export function read(feed: string | Uint8Array, oldest = 0): FeedContent | FeedFailure {
  const bytes = typeof feed === "string" ? new TextEncoder().encode(feed) : feed;
  return readFeed(bytes, "", ADDRESS, { outlet: OUTLET, now: NOW, oldest });
}

/** The same, for a text that must be a feed. */
export function content(feed: string | Uint8Array, oldest = 0): FeedContent {
  const found = read(feed, oldest);
  if (typeof found === "string") throw new Error(found);
  return found;
}

export function records(feed: string | Uint8Array, oldest = 0): ArticleRecord[] {
  return content(feed, oldest).articles.map(({ record }) => record);
}

/** RSS 2.0 with these items. */
export function rss(items: string, channel = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>The Tribune</title>${channel}${items}</channel></rss>`;
}

/** An item of it, with a title and an address if it has none. */
export function item(parts: string): string {
  const title = parts.includes("<title") ? "" : "<title>Harbour reopens</title>";
  const link = parts.includes("<link") ? "" : "<link>https://tribune.example/harbour</link>";
  return `<item>${title}${link}${parts}</item>`;
}

/** RSS 2.0 with so many items. */
export function numbered(count: number, parts: (i: number) => string): string {
  return rss(Array.from({ length: count }, (_, i) => item(parts(i))).join(""));
}

/** The title and the address of an item with a number. */
export function numberedLink(i: number): string {
  return `<title>Title ${i}</title><link>https://tribune.example/${i}</link>`;
}
