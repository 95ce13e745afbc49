import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";
import { isArticleNode, isVideoNode, typesOf } from "./json-ld.ts";
import type { PageMarkup } from "./page-markup.ts";

/** A page with this many points or more is taken for an article. */
export const ARTICLE_SCORE = 5;

/** What pages of other kinds say of themselves in JSON-LD (schema.org). */
const OTHER_TYPES =
  /^(?:CollectionPage|SearchResultsPage|ProfilePage|AboutPage|ContactPage|CheckoutPage|FAQPage|QAPage|Product(?:Group)?|DiscussionForumPosting|JobPosting)$/;

/** What pages of other kinds say of themselves in `og:type` (ogp.me). */
const OTHER_OPEN_GRAPH = /^(?:product|profile|place|business|books?\b|music\b|game|app)/i;

/** Path segments of pages that list, sell, discuss or belong to a person, in the interface's Latin languages and a few more. */
const OTHER_SEGMENT =
  /^(?:search|suche|recherche|buscar?|busqueda|cerca|zoeken|tags?|schlagwort|etiquetas?|topics?|themen|temas|categor(?:y|ies|ie|ia|ias)|kategorien?|authors?|autor(?:en|es)?|auteurs?|archives?|archiv|archivos?|forums?|foros?|threads?|profiles?|profil|perfil|users?|members?|accounts?|konto|login|cart|checkout|basket|warenkorb|panier|carrito|shop|store|boutique|tienda|products?|produkte?|produits?|productos?|mail|inbox)$/i;

/** A path that leads to no single thing: empty, a language, an index. */
const FRONT = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|home|default)(?:\.\w+)?\/?)?$/i;

/** A query that searches. */
const SEARCH = /[?&](?:q|s|query|search|keywords?|suchbegriff)=/i;

/**
 * How much a page looks like a single article, in points.
 *
 * Pages mostly say what they are, but front pages call themselves articles and articles nothing at
 * all; so each sign has a weight, and no single one is enough: what a page says of itself (JSON-LD,
 * Open Graph), whether it has what articles have (a time of publication, a heading, paragraphs beside each
 * other, an address with a title or a number in it), and what only other pages have.
 */
export function articleScore(markup: PageMarkup, hasTime: boolean): number {
  const { nodes, metas } = markup;
  const openGraph = metas.get("og:type") ?? "";
  const articles = nodes.filter(isArticleNode).length;
  const { pathname, search } = new URL(markup.address.slice(0, MAX_ADDRESS_LENGTH));
  const segments = pathname.split("/").filter(Boolean);
  const isNamed = segments.some(namesOneThing) || /[?&]\w*(?:id|idx|no|p)=\d+/i.test(search);
  const signs: readonly [weight: number, isThere: boolean][] = [
    [4, articles > 0],
    [2, /article/i.test(openGraph)],
    [1, /^video/i.test(openGraph) || nodes.some(isVideoNode)],
    [2, hasTime],
    // Open Graph has this for articles only; other names for a time are found on any page.
    [1, metas.has("article:published_time")],
    [1, markup.heading !== ""],
    [2, markup.paragraphs >= 3],
    [isNamed ? 1 : -1, true],
    // A front page or a section may describe each of its articles.
    [-3, articles > 2],
    [-3, nodes.some((node) => typesOf(node).some((type) => OTHER_TYPES.test(type)))],
    [-3, OTHER_OPEN_GRAPH.test(openGraph) || metas.has("product:price:amount")],
    [-3, segments.some((segment) => OTHER_SEGMENT.test(segment))],
    [-3, SEARCH.test(search)],
    [-6, FRONT.test(pathname) && !/\d/.test(search)],
  ];
  return signs.reduce((sum, [weight, isThere]) => sum + (isThere ? weight : 0), 0);
}

/** Whether a path segment is a title (four words, or long) or holds a number of five digits. */
function namesOneThing(segment: string): boolean {
  const characters = segment.replace(/%\w\w(?:%[89ab]\w)*/gi, "x");
  return characters.length >= 24 || /\d{5}|(?:[^-_]+[-_]){3}/.test(characters);
}
