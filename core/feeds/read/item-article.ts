import { HOUR } from "../../durations.ts";
import { murmur3 } from "../../hash.ts";
import {
  type ArticleRecord,
  MAX_NAME_LENGTH,
  MAX_TITLE_LENGTH,
} from "../../record/article-record.ts";
import { readRecord } from "../../record/read-record.ts";
import { repairText } from "../../text/repair-text.ts";
import { MAX_ADDRESS_LENGTH } from "../../url/http-url.ts";
import { outletDomains } from "../../url/outlet-domains.ts";
import { registrableDomain } from "../../url/registrable-domain.ts";
import { type UrlIdentity, urlIdentity } from "../../url/url-key.ts";
import { embeddedPictures } from "./embedded-picture.ts";
import type { FeedItem } from "./feed.ts";
import type { FeedArticle, FeedRequest } from "./feed-answer.ts";
import { feedTime } from "./feed-time.ts";
import { isHomePage, itemAddress } from "./item-link.ts";
import { itemMarks } from "./item-marks.ts";
import { firstExcerpt, firstText, titleOf } from "./item-text.ts";
import { languageTag } from "./language-tag.ts";

/** Longest excerpt kept of an item, in UTF-16 code units. Some feeds contain the whole article. */
const MAX_FEED_EXCERPT = 1000;
const MAX_TOPICS = 10;
/** A time no further in the future than this is accepted, since clocks differ, ms. */
const MAX_AHEAD = HOUR;

/** What is known of a feed when its items are read. */
export type ItemContext = Pick<FeedRequest, "outlet" | "now"> & {
  /** As the feed writes it; empty where it states none. */
  readonly language: string;
  /** Base of relative addresses. */
  readonly address: string;
};

/** An article with the id and the time of its item, in ms since 1970, by which duplicates are found and items sorted. */
export interface ItemArticle extends FeedArticle {
  readonly id: string;
  readonly time: number | null;
}

/**
 * Turns an item into an article of the outlet, with the first of its addresses that is on the outlet's sites. It is of
 * another site when all its addresses are, and unusable without a title or a public address.
 */
export function itemArticle(
  item: FeedItem,
  { outlet, now, address, language }: ItemContext,
): ItemArticle | "other-site" | "unusable" {
  const base = itemBase(item, address);
  const domains = outlet.domains.flatMap(outletDomains);
  const excerpt = firstExcerpt(item.excerpts, MAX_FEED_EXCERPT);
  const title = firstText(item.titles, MAX_TITLE_LENGTH) || titleOf(excerpt);
  const found = publicAddresses(item.links, base, domains);
  // Some feeds link all items to the home page, and the article only in the id.
  const links = [...found.filter((link) => !isHomePage(link)), ...found.filter(isHomePage)];
  if (title === "" || links.length === 0) return "unusable";
  const identified = links.map((link) => ({ link, identity: urlIdentity(link) }));
  const own = identified.find(
    ({ link, identity }) => isOn(domains, link) && !isOfOtherSite(domains, identity),
  );
  if (own === undefined) return "other-site";
  const { link: webUrl, identity } = own;
  const written = languageTag(item.language) || languageTag(language);
  const { time, isFutureDated } = itemTime(item.times, now, written);
  const marks = itemMarks(item);
  const pictures = [...item.images.slice(0, MAX_TOPICS), ...embeddedPictures(item.excerpts)];
  const [image] = publicAddresses(pictures, base, domains);
  const { record } = readRecord(
    {
      title,
      excerpt: excerpt || undefined,
      publishedDateTime: time === null ? undefined : isoTime(time),
      webUrl,
      type: item.isVideo ? "video" : "article",
      provider: { name: outlet.name, domain: siteOf(webUrl) },
      language: written || undefined,
      marks: marks.length === 0 ? undefined : marks,
      topics: topicsOf(item.topics),
      images: image === undefined ? undefined : [{ url: image }],
    },
    { file: "", lineOf: () => null },
  );
  if (record === null || identity === null) return "unusable";
  return {
    key: identity.key,
    hash: hashOf(record),
    record,
    id: item.id,
    time,
    ...(isFutureDated && { isFutureDated }),
  };
}

/** The base of an item's relative addresses. */
export function itemBase({ base }: FeedItem, address: string): string {
  const bounded = base.filter(({ length }) => length <= MAX_ADDRESS_LENGTH);
  return bounded.reduce((outer, inner) => URL.parse(inner, outer)?.href ?? outer, address);
}

/**
 * Hash of an article's content, 32 bits in base 36. The time is not part of it, since some feeds change it in every
 * poll; neither is the language, so that the items that older versions knew are not taken for changed ones. A collision
 * would lose one update.
 */
function hashOf({ title, excerpt, type, topics, images, marks = [] }: ArticleRecord): string {
  const content = [title, excerpt, type, topics, images?.[0]?.url, ...marks];
  return murmur3(JSON.stringify(content), 0).toString(36);
}

function publicAddresses(
  written: readonly string[],
  base: string,
  domains: readonly string[],
): string[] {
  return written.flatMap((text) => itemAddress(text, base, domains) ?? []);
}

/**
 * Whether an address is on the site of one of some domains.
 *
 * @param domains registrable domains
 */
export function isOn(domains: readonly string[], address: string): boolean {
  return domains.includes(siteOf(address));
}

function siteOf(address: string): string {
  return registrableDomain(new URL(address).hostname.replace(/\.$/, ""));
}

/**
 * Whether an address on an outlet's site shows another site's article, as in a web archive. Such an article would be
 * found on the page of that other site.
 */
function isOfOtherSite(domains: readonly string[], identity: UrlIdentity | null): boolean {
  if (identity === null || identity.rendition === "page" || identity.rendition === "amp")
    return false;
  return !domains.includes(registrableDomain(identity.host));
}

/** The first readable time that is not in the future; `isFutureDated` when all are. */
function itemTime(texts: readonly string[], now: number, language: string) {
  const times = texts.map((text) => feedTime(text, language)).filter((time) => time !== null);
  const time = times.find((time) => time <= now + MAX_AHEAD) ?? null;
  return { time, isFutureDated: time === null && times.length > 0 };
}

function isoTime(time: number): string {
  return new Date(time).toISOString().replace(".000Z", "Z");
}

/** The topics, each once regardless of case; `undefined` when there are none. */
function topicsOf(topics: readonly string[]): string[] | undefined {
  const kept = new Map<string, string>();
  for (const topic of topics) {
    const { text } = repairText(topic, MAX_NAME_LENGTH);
    const name = text.toLowerCase();
    if (text === "" || /^https?:/.test(name) || kept.has(name)) continue;
    kept.set(name, text);
    if (kept.size === MAX_TOPICS) break;
  }
  return kept.size === 0 ? undefined : [...kept.values()];
}
