import { parseRdfFeed, parseRssFeed } from "feedsmith";
import { MINUTE } from "../../durations.ts";
import { type Feed, type FeedItem, type FeedText, MAX_ITEMS_PARSED, markup } from "./feed.ts";
import { longerWait } from "./freshness.ts";
import { mediaOf } from "./item-media.ts";
import { addressIds, defined } from "./item-values.ts";
import { updatePeriod } from "./update-period.ts";

type RssFeed = ReturnType<typeof parseRssFeed<string>>;
type RssItem = NonNullable<RssFeed["items"]>[number];
type RdfItem = NonNullable<ReturnType<typeof parseRdfFeed<string>>["items"]>[number];

/**
 * Reads RSS 0.91 to 2.0 (https://www.rssboard.org/rss-specification).
 *
 * @throws Error when the text is too broken to read
 */
export function readRss(text: string): Feed {
  const feed = parseRssFeed(text, { maxItems: MAX_ITEMS_PARSED });
  return {
    title: markupOf(feed.title ?? feed.dc?.titles?.[0]),
    site: feed.link ?? "",
    language: feed.language ?? feed.dc?.languages?.[0] ?? "",
    period: longerWait(feed.ttl === undefined ? null : feed.ttl * MINUTE, updatePeriod(feed.sy)),
    items: (feed.items ?? []).map((item) => rssItem(item, defined([feed.xml?.base]))),
  };
}

/**
 * Reads RSS 0.90 and 1.0, which are RDF.
 *
 * @throws Error when the text is too broken to read
 */
export function readRdf(text: string): Feed {
  const feed = parseRdfFeed(text, { maxItems: MAX_ITEMS_PARSED });
  return {
    title: markupOf(feed.title ?? feed.dc?.titles?.[0]),
    site: feed.link ?? "",
    language: feed.dc?.languages?.[0] ?? "",
    period: updatePeriod(feed.sy),
    items: (feed.items ?? []).map((item) => ({
      ...commonParts(item, defined([feed.xml?.base])),
      id: item.rdf?.about ?? "",
      links: [...defined([item.link]), ...addressIds(item.rdf?.about)],
      times: timesOf(item),
      topics: item.dc?.subjects ?? [],
      ...mediaOf(item.media, []),
    })),
  };
}

function rssItem(item: RssItem, base: readonly string[]): FeedItem {
  const { guid, enclosures = [], categories = [], itunes } = item;
  const parts = commonParts(item, base);
  const alternate = item.atom?.links?.find(({ rel = "alternate" }) => rel === "alternate");
  const media = mediaOf(item.media, enclosures);
  const isHome = /^\s*https?:\/\/[^/?#]{1,253}\/?\s*$/i.test(item.link ?? "");
  return {
    ...parts,
    titles: [...parts.titles, ...defined([itunes?.title]).map(markup)],
    excerpts: [...parts.excerpts, ...defined([itunes?.summary]).map(markup)],
    id: guid?.value ?? "",
    links: [
      ...defined([item.link, alternate?.href]),
      ...addressIds(guid?.isPermaLink === false && !isHome ? undefined : guid?.value),
    ],
    times: [...defined([item.pubDate]), ...timesOf(item)],
    topics: [...defined(categories.map(({ name }) => name)), ...(item.dc?.subjects ?? [])],
    ...media,
    images: [...media.images, ...defined([itunes?.image])],
    authors: [...parts.authors, ...defined((item.authors ?? []).map(({ name }) => name))],
  };
}

/** The fields that RSS and RDF items have in common. */
function commonParts(item: RssItem | RdfItem, base: readonly string[]) {
  const { title, description, content, media, dc, atom } = item;
  const texts = (...candidates: readonly (string | undefined)[]): FeedText[] =>
    defined(candidates).map(markup);
  return {
    titles: texts(title, media?.title?.value, dc?.titles?.[0], atom?.title?.value),
    excerpts: texts(
      description,
      dc?.descriptions?.[0],
      media?.description?.value,
      atom?.summary?.value,
      content?.encoded,
      atom?.content?.value,
    ),
    base: [...base, ...defined([item.xml?.base])],
    language: dc?.languages?.[0] ?? item.xml?.lang ?? "",
    kinds: dc?.types ?? [],
    authors: dc?.creators ?? [],
    isPaid: false,
  };
}

function timesOf({ dc, dcterms, atom }: RssItem | RdfItem): string[] {
  return defined([
    dc?.dates?.[0],
    dcterms?.issued?.[0],
    dcterms?.created?.[0],
    atom?.published,
    atom?.updated,
    dcterms?.modified?.[0],
  ]);
}

function markupOf(text: string | undefined): FeedText | null {
  return text === undefined ? null : markup(text);
}
