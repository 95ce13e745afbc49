import * as z from "zod/mini";
import { readFeedAddress } from "../outlets/feed-address.ts";
import { outletName } from "../outlets/outlet-name.ts";
import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";

/** Most feeds that one page may offer. */
export const MAX_FEED_LINKS = 8;

const text = z.string().check(z.maxLength(500));

/** `<link rel="alternate">` as it is written in a page. */
export const alternateLink = z.object({
  type: text,
  title: text,
  /** Resolved against the page's base URL; empty when that is not possible. */
  href: z.string().check(z.maxLength(MAX_ADDRESS_LENGTH)),
});

/** The links of one page. */
export const alternateLinks = z.array(alternateLink).check(z.maxLength(40));

export type AlternateLink = z.infer<typeof alternateLink>;

/** A feed that a page offers. */
export interface FeedLink {
  /** A plain line; empty when there is none. */
  readonly title: string;
  /** Address with https. */
  readonly feed: string;
}

const FEED_TYPE =
  /^(?:(?:application|text)\/(?:rss\+|atom\+)?xml|application\/feed\+json)\s*(?:;|$)/i;
/** The type of any JSON, such as WordPress' REST API; it counts only if the address contains "feed". */
const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/** “Comments” in the titles of WordPress' comment feeds, in the languages in which it is used most. */
const COMMENTS =
  /com+ent|kom+ent|ком+ент|reacties|yorum|σχόλι|تعليق|دیدگاه|תגובות|コメント|评论|評論|迴響|댓글/i;

/**
 * The feeds among a page's links, each once, in the page's order, at most `MAX_FEED_LINKS`. Feeds of comments are left out. An
 * address with http is changed to https, since only https is ever requested.
 *
 * @param address of the page
 * @param isArticle whether the page is an article, as far as is known
 */
export function feedLinks(
  links: readonly AlternateLink[],
  address: string,
  isArticle: boolean,
): FeedLink[] {
  const feeds = new Map<string, FeedLink>();
  for (const { type, title, href } of links) {
    if (!FEED_TYPE.test(type) && !(JSON_TYPE.test(type) && /feed/i.test(href))) continue;
    const read = readFeedAddress(href.replace(/^http:/i, "https:"));
    if ("fault" in read) continue;
    const feed = new URL(read.feed);
    if (isOfComments(feed)) continue;
    if (isOfPage(feed, address) && (isArticle || COMMENTS.test(title))) continue;
    if (feeds.size < MAX_FEED_LINKS && !feeds.has(read.feed))
      feeds.set(read.feed, { title: outletName(title), feed: read.feed });
  }
  return [...feeds.values()];
}

/**
 * Whether a feed contains comments: `…/comments/feed/` at WordPress and others, `/feeds/…/comments/default`
 * at Blogger, `?feed=comments-rss2` at a WordPress without permalinks.
 */
function isOfComments({ pathname, searchParams }: URL): boolean {
  return (
    /\/comments\/(?:feed|default|full|summary|rss|atom)\b/i.test(pathname) ||
    /^comments-/i.test(searchParams.get("feed") ?? "")
  );
}

/** Whether this is WordPress' feed of the page itself: the articles of a section, or the comments on an article. */
function isOfPage(feed: URL, address: string): boolean {
  const page = URL.parse(address)?.pathname.replace(/\/$/, "") ?? "";
  if (/[?&]feed=/.test(feed.search) && /[?&]p(?:age_id)?=/.test(feed.search)) return true;
  return page !== "" && `${feed.pathname}/`.startsWith(`${page}/feed/`);
}
