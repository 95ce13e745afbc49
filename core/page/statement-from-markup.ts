import { isVideoNode, type JsonLdNode, textOf } from "./json-ld.ts";
import { kindSigns } from "./kind-signs.ts";
import type { PageMarkup } from "./page-markup.ts";
import type { PageStatement } from "./page-statement.ts";
import {
  MAX_DESCRIPTION_LENGTH,
  MAX_HEADLINE_LENGTH,
  MAX_LANGUAGE_LENGTH,
  MAX_OUTLET_LENGTH,
  MAX_TIME_LENGTH,
  MAX_TIMES,
} from "./statement-limits.ts";

/** Names of `<meta>` that can only mean the publication time. */
const CLEAR_TIMES = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "og:datepublished",
];
/** Names of `<meta>` that mean the publication time on most sites. */
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

/** A plausible year, or seconds since 1970. Some pages give the year 1 for a time they do not know. */
const HAS_YEAR = /(?:19|20)\d\d|^\d{9}/;

/** Whether a `<meta>` states when the page was published. */
export function hasPublicationTime({ metas }: PageMarkup): boolean {
  return [...CLEAR_TIMES, ...VAGUE_TIMES].some((name) => metas.has(name));
}

/**
 * What a page says of its article, each field from the best place that has it and not repaired.
 *
 * @param main the JSON-LD node of the page's own article (`mainNode`)
 */
export function statementFromMarkup(markup: PageMarkup, main: JsonLdNode): PageStatement {
  const meta = (name: string) => markup.metas.get(name) ?? "";
  const field = (name: string) => textOf(main[name]);

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
    // Some sites give their own name as the title of every page.
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
    type: isVideoNode(main) ? "video" : "article",
    signs: kindSigns(markup, main),
  };
}

/** The first text that is not blank, trimmed and cut to `maxLength`; empty where there is none. */
function first(maxLength: number, ...texts: readonly string[]): string {
  const text = texts.find((candidate) => /\S/.test(candidate)) ?? "";
  return text.trim().slice(0, maxLength);
}
