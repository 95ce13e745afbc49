import { isVideoNode, type JsonLdNode, textOf } from "./json-ld.ts";
import {
  MAX_DESCRIPTION_LENGTH,
  MAX_HEADLINE_LENGTH,
  MAX_LANGUAGE_LENGTH,
  MAX_OUTLET_LENGTH,
  MAX_TIME_LENGTH,
  MAX_TIMES,
} from "./page-limits.ts";
import type { PageMarkup } from "./page-markup.ts";
import type { PageStatement } from "./page-statement.ts";

/** Names of `<meta>` that can only mean the time of publication. */
const CLEAR_TIMES = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "og:datepublished",
];
/** Names that mostly mean it. */
const VAGUE_TIMES = [
  "article:published",
  "article.published",
  "parsely-pub-date",
  "pubdate",
  "og:pubdate",
  "publish-date",
  "published",
  "dcterms.created",
  "dc.date.issued",
  "dc.date",
  "date",
  "sailthru.date",
];

/** A year of the web's, or seconds since 1970: some pages give the year 1 for a time they do not know. */
const HAS_YEAR = /(?:19|20)\d\d|^\d{9}/;

/** Whether something besides `<time>` says when the page was published. */
export function saysTime({ metas }: PageMarkup): boolean {
  return [...CLEAR_TIMES, ...VAGUE_TIMES].some((name) => metas.has(name));
}

/**
 * What a page says of its article, each field from the best place that has it; not mended yet.
 *
 * @param own the node of the page's own article
 */
export function statePage(markup: PageMarkup, own: JsonLdNode): PageStatement {
  const meta = (name: string) => markup.metas.get(name) ?? "";
  const field = (name: string) => textOf(own[name]);

  const outlet = first(
    MAX_OUTLET_LENGTH,
    meta("og:site_name"),
    field("publisher"),
    meta("application-name"),
  );
  const headlines = [
    meta("og:title"),
    field("headline"),
    meta("twitter:title"),
    markup.heading,
    markup.title,
  ];
  const times = [
    ...CLEAR_TIMES.map(meta),
    field("datePublished") || field("uploadDate"),
    ...VAGUE_TIMES.map(meta),
    markup.time,
  ].filter((time) => time.length <= MAX_TIME_LENGTH && HAS_YEAR.test(time));
  return {
    // Some sites have their name for a title on every page.
    headline: first(MAX_HEADLINE_LENGTH, ...headlines.filter((text) => text.trim() !== outlet)),
    description: first(
      MAX_DESCRIPTION_LENGTH,
      meta("og:description"),
      meta("description"),
      field("description"),
      meta("twitter:description"),
    ),
    published: [...new Set(times)].slice(0, MAX_TIMES),
    language: first(MAX_LANGUAGE_LENGTH, markup.language, field("inLanguage"), meta("og:locale")),
    outlet,
    type: isVideoNode(own) ? "video" : "article",
  };
}

/** The first text with anything in it, without the blanks around it, cut. */
function first(maxLength: number, ...texts: readonly string[]): string {
  const text = texts.find((candidate) => /\S/.test(candidate)) ?? "";
  return text.trim().slice(0, maxLength);
}
