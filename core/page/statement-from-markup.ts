import { MINUTE } from "../durations.ts";
import { isVideoNode, type JsonLdNode, textOf, typesOf } from "./json-ld.ts";
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
import { timeRank } from "./time-names.ts";

/** A plausible year, or seconds since 1970. Some pages give the year 1 for a time they do not know. */
const HAS_YEAR = /(?:19|20)\d\d|^\d{9}/;

/** Whether a `<meta>` states when the page was published. */
export function hasPublicationTime({ metas }: PageMarkup): boolean {
  return metas.keys().some((name) => timeRank(name) >= 0);
}

/** Times no further apart are the same one with and without seconds. */
const SAME_TIME = MINUTE;

/**
 * The times at which a page says that its article was published, the surest first, as it writes them: of a live blog also its start.
 * Some programs give the last edit as the publication time; where JSON-LD tells the two apart, the edit is left out.
 */
export function statedTimes({ metas, time }: PageMarkup, main: JsonLdNode): string[] {
  const field = (name: string) => textOf(main[name]);
  const ranked = [...metas].map(([name, content]) => ({ rank: timeRank(name), content }));
  const named = (rank: number) => ranked.flatMap((one) => (one.rank === rank ? one.content : []));
  const published = field("datePublished") || field("uploadDate") || field("dateCreated");
  const edits = [field("dateModified"), metas.get("article:modified_time") ?? ""].map(Date.parse);
  const isEdit = (stated: string) =>
    edits.some((edit) => Math.abs(edit - Date.parse(stated)) < SAME_TIME) &&
    Date.parse(published) < Date.parse(stated) - SAME_TIME;
  return usable([
    ...named(0),
    published,
    field("coverageStartTime"),
    ...named(1),
    ...named(2),
    time,
  ]).filter((stated) => !isEdit(stated));
}

/** Times that may be another page's or another's on the page: they are no sign of an article and count where there is no other. */
function doubtfulTimes({ nodes, timeElsewhere }: PageMarkup): string[] {
  const page = nodes.find(
    (node) => node["datePublished"] && `${typesOf(node)}`.endsWith("WebPage"),
  );
  return usable([textOf(page?.["datePublished"]), timeElsewhere]);
}

function usable(times: readonly string[]): string[] {
  const written = times.filter((time) => time.length <= MAX_TIME_LENGTH && HAS_YEAR.test(time));
  return [...new Set(written)].slice(0, MAX_TIMES);
}

/** The title in JSON-LD: of an encyclopedia the name, which is the page's heading, and not the description that it has for headline. */
function titleOf(main: JsonLdNode, heading: string): string {
  const name = textOf(main["name"]);
  return name === heading && name !== "" ? name : textOf(main["headline"]);
}

/** A text that ends where it has a quotation mark, which was not escaped in its attribute: as it stands on the page. */
function whole(text: string, shown: readonly string[]): string {
  const start = text.trim();
  const isCut = (one: string) => one.startsWith(start) && /^\s*"/.test(one.slice(start.length));
  return (start !== "" && shown.find(isCut)) || text;
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
  const { heading, title } = markup;
  const headlines = [meta("og:title"), titleOf(main, heading), meta("twitter:title")]
    .map((text) => whole(text, [heading, title]))
    .concat(heading, title);
  const siteNames = [outlet, ...new URL(markup.address).hostname.split(".")].map(lettersOf);
  const isSiteName = (text: string) => siteNames.includes(lettersOf(text));
  const times = statedTimes(markup, main);
  return {
    // Some sites give their own name as the title of every page.
    headline: first(MAX_HEADLINE_LENGTH, ...headlines.filter((text) => !isSiteName(text))),
    description: first(
      MAX_DESCRIPTION_LENGTH,
      meta("og:description"),
      meta("description"),
      field("description"),
      meta("twitter:description"),
    ),
    published: times.length > 0 ? times : doubtfulTimes(markup),
    language: first(MAX_LANGUAGE_LENGTH, markup.language, field("inLanguage"), meta("og:locale")),
    outlet,
    type: isVideoNode(main) ? "video" : "article",
    signs: kindSigns(markup, main),
  };
}

/** Letters and digits of a text, in lower case. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The first text that is not blank, trimmed and cut to `maxLength`; empty where there is none. */
function first(maxLength: number, ...texts: readonly string[]): string {
  const text = texts.find((candidate) => /\S/.test(candidate)) ?? "";
  return text.trim().slice(0, maxLength);
}
