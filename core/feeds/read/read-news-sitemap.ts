import { decodeXML } from "entities";
import { XMLParser } from "fast-xml-parser";
import { Fields } from "../../record/fields.ts";
import { type Feed, type FeedItem, MAX_ITEMS_PARSED, plain } from "./feed.ts";
import { defined } from "./item-values.ts";

/** Namespace prefixes are removed, since each site chooses its own for news and images. */
const parser = new XMLParser({
  processEntities: false,
  parseTagValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  transformTagName: (name) => name.toLowerCase(),
});

/**
 * Reads a news sitemap (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
 * A sitemap without news is rejected, since its pages have addresses but no titles.
 *
 * @throws Error when the text is too broken to read, or has pages but no news
 */
export function readNewsSitemap(text: string): Feed {
  const root = Fields.of(parser.parse(text), "");
  const urls = listOf(Fields.of(root?.get("urlset"), "")?.get("url")).slice(0, MAX_ITEMS_PARSED);
  const entries = urls.map((url) => ({ url: Fields.of(url, ""), news: inside(url, "news") }));
  if (urls.length > 0 && entries.every(({ news }) => news === null)) throw new Error("no news");
  const publications = entries.map(({ news }) => inside(news, "publication"));
  const [name] = defined(publications.map((publication) => textOf(publication, "name")));
  const [language] = defined(publications.map((publication) => textOf(publication, "language")));
  return {
    site: "",
    title: name === undefined ? null : plain(name),
    language: language ?? "",
    period: null,
    items: entries.flatMap(({ url, news }) => (news === null ? [] : [newsItem(url, news)])),
  };
}

function newsItem(url: Fields | null, news: Fields): FeedItem {
  const image = inside(url, "image");
  return {
    id: "",
    titles: defined([textOf(news, "title")]).map(plain),
    excerpts: [],
    links: defined([textOf(url, "loc")]),
    base: [],
    times: defined([textOf(news, "publication_date"), textOf(url, "lastmod")]),
    topics: textOf(news, "keywords")?.split(",") ?? [],
    images: defined([textOf(image, "loc")]),
    isVideo: false,
    language: textOf(inside(news, "publication"), "language") ?? "",
    kinds: textOf(news, "genres")?.split(",") ?? [],
    authors: [],
    isPaid: /^\s*subscription\s*$/i.test(textOf(news, "access") ?? ""),
  };
}

/** The first child element with a name; `null` when there is none. */
function inside(value: unknown, name: string): Fields | null {
  const fields = value instanceof Fields ? value : Fields.of(value, "");
  return Fields.of(listOf(fields?.get(name))[0], name);
}

function textOf(fields: Fields | null, name: string): string | undefined {
  const [value] = listOf(fields?.get(name));
  const text = typeof value === "string" ? value : Fields.of(value, "")?.get("#text");
  return typeof text === "string" && text.trim() !== "" ? decodeXML(text) : undefined;
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
