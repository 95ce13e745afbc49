import * as z from "zod/mini";
import { readFeedAddress } from "../feeds/feed-address.ts";
import { outletName } from "../feeds/outlet-name.ts";
import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";

/** Feeds that one page may offer. */
export const MAX_FEED_LINKS = 8;

const text = z.string().check(z.maxLength(500));

/** `<link rel="alternate">` as it stands in a page. */
export const alternateLink = z.object({
  type: text,
  title: text,
  /** Resolved against the page's base; empty where that cannot be. */
  href: z.string().check(z.maxLength(MAX_ADDRESS_LENGTH)),
});

/** Links that are told of one page. */
export const alternateLinks = z.array(alternateLink).check(z.maxLength(40));

export type AlternateLink = z.infer<typeof alternateLink>;

/** A feed that a page offers. */
export interface FeedLink {
  /** A plain line; empty where there is none. */
  readonly title: string;
  /** https */
  readonly feed: string;
}

const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|feed\+json)\s*(?:;|$)/i;
/** JSON of any kind has this type, WordPress' interface for one: only what calls itself a feed is meant. */
const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/**
 * The feeds among a page's links, each once, in the page's order, at most `MAX_FEED_LINKS`; not
 * those of comments, which are no articles.
 *
 * @param address the page's own
 */
export function feedLinks(links: readonly AlternateLink[], address: string): FeedLink[] {
  const page = URL.parse(address)?.pathname.replace(/\/$/, "") ?? "";
  const feeds = new Map<string, FeedLink>();
  for (const { type, title, href } of links) {
    if (!FEED_TYPE.test(type) && !(JSON_TYPE.test(type) && /feed/i.test(href))) continue;
    const read = readFeedAddress(href);
    if ("fault" in read || isOfComments(new URL(read.feed).pathname, page)) continue;
    if (feeds.size < MAX_FEED_LINKS && !feeds.has(read.feed))
      feeds.set(read.feed, { title: outletName(title), feed: read.feed });
  }
  return [...feeds.values()];
}

/** Whether this is WordPress' feed of all comments, or of those on the page. */
function isOfComments(feed: string, page: string): boolean {
  return /\/comments\/feed\b/.test(feed) || (page !== "" && feed.startsWith(`${page}/feed`));
}
