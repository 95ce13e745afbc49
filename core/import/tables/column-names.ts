import type { TableField } from "./table-fields.ts";

/**
 * The names of a column, or of a field of JSON, the best one first; case, blanks and punctuation make no difference, so
 * `Source Name` and `source.name` are one. A name with a dot also means a field of an inner object. A field that is not
 * listed has its own name alone. They come from the exports and interfaces of news services, feed readers, reference
 * managers and research data sets.
 */
const NAMES: { readonly [field in TableField]?: readonly string[] } = {
  title: [
    "title",
    "headline",
    "title.rendered",
    "headline.main",
    "webTitle",
    "full title",
    "article title",
    "news title",
    "document.title",
  ],
  url: [
    "webUrl",
    "url",
    "link",
    "canonical",
    "canonical url",
    "external url",
    "article url",
    "news url",
    "page url",
    "source url",
    "resolved url",
    "given url",
    "permalink",
    "href",
    "canonical.href",
    "alternate.href",
    "link.href",
    "document identifier",
    "uri",
  ],
  hostname: [
    "hostname",
    "domain",
    "host",
    "source.domain",
    "publisher.domain",
    "source.uri",
    "thread.site",
    "clean url",
    "media url",
  ],
  publisher: [
    "provider.name",
    "publisher.name",
    "source.name",
    "source.title",
    "origin.title",
    "feed.title",
    "publication.name",
    "publication title",
    "container title",
    "media name",
    "outlet name",
    "publisher",
    "publication",
    "outlet",
    "source",
    "provider",
    "site name",
    "news site",
    "newspaper",
  ],
  timestamp: [
    "publishedDateTime",
    "publishedAt",
    "datePublished",
    "pubDate",
    "published date",
    "publish date",
    "date publish",
    "publication date",
    "publication timestamp",
    "publication time",
    "published time",
    "published on",
    "article published time",
    "webPublicationDate",
    "first published at",
    "date time pub",
    "date time",
    "timestamp",
    "date gmt",
    "date",
    "published",
    "published utc",
    "seen date",
    "first_seen",
    "issued",
    "time",
  ],
  timeOfDay: ["time of day", "time"],
  excerpt: [
    "excerpt",
    "description",
    "summary",
    "abstract",
    "short description",
    "snippet",
    "excerpt.rendered",
    "summary.content",
    "fields.trailText",
    "opening text",
    "lead paragraph",
    "abstract note",
    "standfirst",
    "teaser",
    "lead",
    "dek",
  ],
  quality: ["quality", "score", "rating"],
  topics: ["topics", "tags", "keywords", "des_facet"],
  language: ["language", "lang", "inLanguage"],
  image: ["image", "urlToImage", "image url", "top image", "social image", "thumbnail", "cover"],
  category: ["category", "section", "section name"],
};

/** What tells a certain kind of list: all these columns. Some of its columns then mean another field, or none (`null`). */
interface ListKind {
  readonly marks: readonly string[];
  readonly columns: { readonly [name in string]: TableField | null };
}

/** Lists of saved pages say when a page was saved, which is not when it was published. */
const LIST_KINDS: readonly ListKind[] = [
  {
    marks: ["href", "extended", "description"], // Pinboard, Delicious
    columns: { description: "title", extended: "excerpt", time: null },
  },
  { marks: ["url", "selection", "folder", "timestamp"], columns: { timestamp: null } }, // Instapaper
];

/** The names by which a column of a field is known, the best one first. */
export function columnNames(field: TableField): readonly string[] {
  return NAMES[field] ?? [field];
}

/**
 * A column's name without case, blanks and punctuation: names that are equal then mean the same. A sign of JSON-LD at the
 * start stays, since `@type` is not the type of a record.
 */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/(?!^@)[^\p{L}\p{N}]/gu, "");
}

/** What the columns mean whose meaning depends on the other ones, by their plain names. */
export function columnsByKind(
  isColumn: (name: string) => boolean,
): ReadonlyMap<string, TableField | null> {
  const kind = LIST_KINDS.find(({ marks }) => marks.every(isColumn));
  return new Map(Object.entries(kind?.columns ?? {}));
}
