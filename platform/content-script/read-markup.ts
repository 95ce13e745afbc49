import { type JsonLdNode, jsonLdNodes } from "../../core/page/json-ld.ts";
import type { PageMarkup } from "../../core/page/page-markup.ts";
import { MAX_HEADLINE_LENGTH, MAX_TIME_LENGTH } from "../../core/page/statement-limits.ts";
import { MAX_ADDRESS_LENGTH } from "../../core/url/http-url.ts";
import { elementsByName, textWithin } from "./bounded-elements.ts";
import { ancestorsOf } from "./dom-methods.ts";

/** Elements that are looked at; real pages have up to about 130 `<meta>`. */
const MAX_METAS = 500;
const MAX_HEADINGS = 5;
const MAX_TIME_ELEMENTS = 20;
const MAX_PARAGRAPHS = 80;
/** Elements of each name that are searched for microdata. */
const MAX_MARKED = 1000;
/** Names of elements other than `<meta>` and `<time>` that hold the publication time as microdata. */
const MARKED_ELEMENTS = ["span", "div", "p", "abbr"];
/** Blocks of JSON-LD that are read, the characters of each, and of all. */
const MAX_JSON_LD_BLOCKS = 8;
const MAX_JSON_LD_LENGTH = 200_000;
const MAX_JSON_LD_TOTAL = 400_000;
/** One more than an address may have, so that the background recognises an address that is too long. */
const MAX_CONTENT_LENGTH = MAX_ADDRESS_LENGTH + 1;
/**
 * A paragraph of at least this length belongs to an article and is not a label; shorter in scripts in which a
 * character is a word.
 */
const LONG_PARAGRAPH = 80;
const LONG_PARAGRAPH_WITHOUT_SPACES = 30;
/** A paragraph of this length is a whole article, for which some sites have but one. */
const WHOLE_ARTICLE = 600;
/** Comments below an article; not a class that only says that comments are allowed. */
const OF_COMMENTS = /(?<!has-)comment(?!s-open)/i;
/** Parts of a page that belong to no article. */
const OTHER_PARTS = /^(?:aside|nav|footer)$/;

/** Reads the markup of a document: a bounded part of it, whatever the page contains. */
export function readMarkup(document: Document, address: string): PageMarkup {
  const text = (element: Element | undefined) =>
    element === undefined ? "" : textWithin(document, element, MAX_HEADLINE_LENGTH).trim();
  const named = elementsByName(document);
  const first = (name: string, most?: number) => named.get(name)?.slice(0, most) ?? [];
  const [root] = first("html");
  const headings = first("h1", MAX_HEADINGS).filter((one) => text(one));
  const heading = headings.find(isInArticle) ?? headings[0];
  const times = first("time", MAX_TIME_ELEMENTS);
  const time =
    times.find((element) => element.matches("[pubdate], [itemprop~=datePublished]")) ??
    MARKED_ELEMENTS.flatMap((name) => first(name, MAX_MARKED)).find(isMarkedTime) ??
    times.find(isInArticle);
  const elsewhere = time ? undefined : times.find((one) => heading && isBelow(heading, one));
  const timeIn = (element: Element | undefined) =>
    (
      attribute(element, "datetime") ||
      attribute(element, "content") ||
      (element?.hasAttribute("itemprop") ? text(element) : "")
    ).slice(0, MAX_TIME_LENGTH + 1);
  return {
    address,
    base: (root?.baseURI ?? address).slice(0, MAX_ADDRESS_LENGTH),
    canonical: attribute(first("link").find(isCanonical), "href"),
    metas: readMetas(first("meta", MAX_METAS)),
    nodes: readJsonLd(document, first("script")),
    heading: text(heading),
    title: text(first("title")[0]),
    language: attribute(root, "lang"),
    time: timeIn(time),
    timeElsewhere: timeIn(elsewhere),
    paragraphs: countParagraphs(document, first("p", MAX_PARAGRAPHS)),
  };
}

function attribute(element: Element | undefined, name: string): string {
  return element?.getAttribute(name)?.slice(0, MAX_CONTENT_LENGTH) ?? "";
}

function isCanonical(link: Element): boolean {
  return /(?:^|\s)canonical(?:\s|$)/i.test(attribute(link, "rel"));
}

/** Whether an element is in the main part of the page, and not in the comments. */
function isInArticle(element: Element): boolean {
  return partOf(element) === "article";
}

/** Whether an element is in the article, in another part of the page, or in none that is marked. */
function partOf(element: Element): "article" | "other" | "unmarked" {
  for (const one of [element, ...ancestorsOf(element)]) {
    if (OF_COMMENTS.test(`${attribute(one, "class")} ${attribute(one, "id")}`)) return "other";
    if (/^(?:article|main)$/.test(one.localName)) return "article";
    if (OTHER_PARTS.test(one.localName)) return "other";
  }
  return "unmarked";
}

function isMarkedTime(element: Element): boolean {
  const names = attribute(element, "itemprop");
  return /(?:^|\s)datePublished(?:\s|$)/.test(names) && partOf(element) !== "other";
}

/** Whether an element comes after the heading and is in no other part of the page. */
function isBelow(heading: Element, element: Element): boolean {
  const place = Node.prototype.compareDocumentPosition.call(heading, element);
  return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && partOf(element) !== "other";
}

function readMetas(elements: readonly Element[]): Map<string, string> {
  const metas = new Map<string, string>();
  for (const element of elements) {
    const name =
      attribute(element, "property") ||
      attribute(element, "name") ||
      attribute(element, "itemprop");
    const content = attribute(element, "content");
    const key = name.toLowerCase();
    if (key !== "" && content !== "" && !metas.has(key)) metas.set(key, content);
  }
  return metas;
}

function readJsonLd(document: Document, scripts: readonly Element[]): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  let blocks = 0;
  let total = 0;
  for (const script of scripts) {
    if (!/^application\/ld\+json/i.test(attribute(script, "type").trim())) continue;
    if (++blocks > MAX_JSON_LD_BLOCKS) break;
    const text = textWithin(document, script, MAX_JSON_LD_LENGTH + 1);
    total += text.length;
    if (total > MAX_JSON_LD_TOTAL) break;
    // Of a longer block the start is read.
    nodes.push(...jsonLdNodes(text, text.length > MAX_JSON_LD_LENGTH));
  }
  return nodes;
}

/**
 * The largest number of long paragraphs with one parent: those of an article are siblings, those of teasers are not.
 */
function countParagraphs(document: Document, paragraphs: readonly Element[]): number {
  const counts = new Map<ParentNode | null, number>();
  for (const paragraph of paragraphs) {
    const text = textWithin(document, paragraph, WHOLE_ARTICLE).trim();
    const isLong =
      text.length >= (text.includes(" ") ? LONG_PARAGRAPH : LONG_PARAGRAPH_WITHOUT_SPACES);
    const parent = paragraph.parentNode;
    const count = text.length < WHOLE_ARTICLE - 1 ? 1 : 3;
    if (isLong) counts.set(parent, (counts.get(parent) ?? 0) + count);
  }
  return Math.max(0, ...counts.values());
}
