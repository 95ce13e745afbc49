import { MAX_NAME_LENGTH } from "../../record/article-record.ts";
import { decodeFeed } from "../text/decode-feed.ts";
import { feedDocument } from "../text/feed-document.ts";
import { repairMarkup } from "../text/repair-markup.ts";
import type { Feed, FeedItem } from "./feed.ts";
import type { FeedAnswer, FeedArticle, FeedFailure, FeedRequest, LeftOut } from "./feed-answer.ts";
import { type ItemArticle, isOn, itemArticle } from "./item-article.ts";
import { languageTag } from "./language-tag.ts";
import { plainText } from "./plain-text.ts";
import { readAtom } from "./read-atom.ts";
import { readJsonFeed } from "./read-json-feed.ts";
import { readNewsSitemap } from "./read-news-sitemap.ts";
import { readRdf, readRss } from "./read-rss.ts";

/** Most articles taken from one feed at once. */
const MAX_ARTICLES = 1000;

const READERS = {
  rss: readRss,
  rdf: readRdf,
  atom: readAtom,
  "news-sitemap": readNewsSitemap,
} as const;

/** The part of a `FeedAnswer` that comes from the response's body. */
export type FeedContent = Pick<
  Extract<FeedAnswer, { kind: "items" }>,
  "articles" | "leftOut" | "period" | "title" | "language"
>;

/** Parses a feed, or says what the text is instead. */
export function parseFeed(text: string): Feed | "web-page" | "not-a-feed" {
  const document = feedDocument(text);
  if (document.kind === "web-page") return "web-page";
  if (document.kind === "other") return "not-a-feed";
  const { kind } = document;
  if (kind === "json") return attempt(() => readJsonFeed(document.text)) ?? "not-a-feed";
  const repaired = attempt(() => repairMarkup(document.text, kind));
  if (repaired === null) return "not-a-feed";
  const feed = attempt(() => READERS[kind](repaired));
  return feed ?? (isEmpty(document.text) ? EMPTY : "not-a-feed");
}

/** What a function returns; `null` when it throws since a text is too broken to read. */
function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const EMPTY: Feed = { title: null, site: "", language: "", period: null, items: [] };

/** Whether a feed is complete and has no items: the outlet has nothing new. */
function isEmpty(text: string): boolean {
  if (/<(?:[\w.-]{1,40}:)?(?:item|entry|url)[\s>]/i.test(text)) return false;
  if (/^<(?:[\w.-]{1,40}:)?feed\s[^<>]*\/Atom["'][^<>]*\/>/i.test(text)) return true;
  const isClosed = /<\/(?:[\w.-]{1,40}:)?(?:rss|rdf|feed)\s{0,9}>$/i.test(
    text.slice(-500).trimEnd(),
  );
  return isClosed && (/<(?:[\w.-]{1,40}:)?channel[\s/>]/i.test(text) || /\/Atom["']/i.test(text));
}

/**
 * Reads the articles of a feed from the body of a response.
 *
 * @param contentType value of the header; empty when there was none
 * @param address address of the response, after redirects
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
  const base = baseOf(feed, address, outlet.domains);
  const context = { outlet, now, address: base, language: feed.language };
  const read = withoutSharedLink(feed.items).map((item) => itemArticle(item, context));
  const found = read.filter((one) => typeof one !== "string");
  const otherSite = read.filter((one) => one === "other-site").length;
  if (found.length === 0 && otherSite > 0) return "other-site";
  const once = withoutDuplicates(found);
  const recent = once.filter(({ time }) => time === null || time >= oldest);
  const articles = recent.slice(0, MAX_ARTICLES).map(
    ({ key, hash, record, isFutureDated }): FeedArticle => ({
      key,
      hash,
      record,
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

/** Items that all have one link, such as that of a section, with their other addresses before it. */
function withoutSharedLink(items: readonly FeedItem[]): readonly FeedItem[] {
  const shared = items[0]?.links[0];
  if (items.length < 2 || items.some(({ links }) => links[0] !== shared)) return items;
  return items.map((item) => ({
    ...item,
    links: [...item.links.slice(1), ...item.links.slice(0, 1)],
  }));
}

/** The base of a feed's relative addresses: its own address, or the site it names when it is hosted outside the outlet's sites. */
function baseOf({ site }: Feed, address: string, domains: readonly string[]): string {
  if (isOn(domains, address)) return address;
  return URL.parse(site.trim(), address)?.href ?? address;
}

/**
 * Each article once, the newest first; articles without a time count as new. Articles with the same URL key are
 * duplicates, and those with the same id only if the title is the same too, since some feeds give all items one id.
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
