import { MAX_NAME_LENGTH } from "../../record/article-record.ts";
import { decodeFeed } from "./decode-feed.ts";
import type { Feed } from "./feed.ts";
import type { FeedAnswer, FeedArticle, FeedFailure, FeedRequest, LeftOut } from "./feed-answer.ts";
import { feedDocument } from "./feed-document.ts";
import { type ItemArticle, isOn, itemArticle } from "./item-article.ts";
import { plainText } from "./plain-text.ts";
import { readAtom } from "./read-atom.ts";
import { readJsonFeed } from "./read-json-feed.ts";
import { readNewsSitemap } from "./read-news-sitemap.ts";
import { readRdf, readRss } from "./read-rss.ts";

/** Most articles that are taken of one feed at once. */
const MAX_ARTICLES = 1000;

const READERS = {
  rss: readRss,
  rdf: readRdf,
  atom: readAtom,
  json: readJsonFeed,
  "news-sitemap": readNewsSitemap,
} as const;

/** What the body of an answer says: the part of a `FeedAnswer` that is not in its header. */
export type FeedContent = Pick<
  Extract<FeedAnswer, { kind: "items" }>,
  "articles" | "leftOut" | "period" | "title" | "language"
>;

/** The feed in a text, or what the text is instead. */
export function parseFeed(text: string): Feed | "web-page" | "not-a-feed" {
  const document = feedDocument(text);
  if (document.kind === "web-page") return "web-page";
  if (document.kind === "other") return "not-a-feed";
  const read = READERS[document.kind];
  // A feed that breaks off in the middle is read up to the last item that is whole.
  for (const text of [document.text, wholeItems(document.text)])
    try {
      return read(text);
    } catch {
      // Told below.
    }
  return "not-a-feed";
}

function wholeItems(text: string): string {
  const ends = ["</item>", "</entry>", "</url>"].map((end) => text.lastIndexOf(end) + end.length);
  return text.slice(0, Math.max(...ends));
}

/**
 * The articles of a feed, out of the bytes of its body.
 *
 * @param contentType the header as it came; empty where there was none
 * @param address where the bytes are from, after redirects
 */
export function readFeed(
  bytes: Uint8Array,
  contentType: string,
  address: string,
  request: Pick<FeedRequest, "outlet" | "now" | "oldest">,
): FeedContent | FeedFailure {
  const feed = parseFeed(decodeFeed(bytes, contentType));
  if (typeof feed === "string") return feed;
  const { outlet, now, oldest } = request;
  const base = baseOf(feed, address, outlet.domain);
  const read = feed.items.map((item) => itemArticle(item, { outlet, now, address: base }));
  const found = read.filter((one) => typeof one !== "string");
  const otherSite = read.filter((one) => one === "other-site").length;
  if (found.length === 0 && otherSite > 0) return "other-site";
  const once = withoutDuplicates(found);
  const recent = once.filter(({ time }) => time === null || time >= oldest);
  const articles = recent.slice(0, MAX_ARTICLES).map(
    ({ key, hash, record, isFutureDated }): FeedArticle => ({
      ...{ key, hash, record },
      ...(isFutureDated && { isFutureDated }),
    }),
  );
  const leftOut: LeftOut = {
    otherSite,
    unusable: read.length - found.length - otherSite,
    old: once.length - articles.length,
  };
  return {
    articles,
    leftOut,
    period: feed.period,
    title: feed.title === null ? "" : plainText(feed.title, MAX_NAME_LENGTH),
    language: languageTag(feed.language),
  };
}

/** What a feed's addresses are relative to: it, or the outlet's site where the feed is hosted elsewhere. */
function baseOf({ site }: Feed, address: string, domain: string): string {
  if (isOn(domain, address)) return address;
  return URL.parse(site.trim(), address)?.href ?? address;
}

/**
 * Each article once, the newest first; those without time are taken for new. The address tells them
 * apart, and the feed's own id only where the title is the same too: some feeds have one id for all.
 */
function withoutDuplicates(articles: readonly ItemArticle[]): ItemArticle[] {
  const timeOf = ({ time }: ItemArticle) => time ?? Number.MAX_VALUE;
  const sorted = [...articles].sort((a, b) => timeOf(b) - timeOf(a));
  const seen = new Set<string>();
  return sorted.filter(({ key, id, record }) => {
    const byId = `${id}\n${record.title}`;
    if (seen.has(key) || (id !== "" && seen.has(byId))) return false;
    seen.add(key).add(byId);
    return true;
  });
}

/** A language as BCP 47 writes it; empty for what is none. */
export function languageTag(text: string): string {
  const tag = text.trim().replaceAll("_", "-").slice(0, 35);
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag)
    ? tag.replace(/^[a-z]+/i, (language) => language.toLowerCase())
    : "";
}
