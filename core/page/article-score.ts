import { isArticleNode, isVideoNode, type JsonLdNode, typesOf } from "./json-ld.ts";
import type { PageMarkup } from "./page-markup.ts";
import { saysTime } from "./state-page.ts";

/** A page with this many points or more, those of its address with them, is taken for an article. */
export const ARTICLE_SCORE = 5;

/** What pages of other kinds say of themselves in JSON-LD (schema.org). */
const OTHER_TYPES =
  /^(?:(?!Item)\w+(?<!Web)Page|Product\w*|(?:DiscussionForum|Job)Posting|\w*(?:Event|Business|Application)|Recipe|Course)$/;

/** What pages of other kinds say of themselves in `og:type` (ogp.me). */
const OTHER_OPEN_GRAPH = /^(?:product|profile|place|business|books?\b|music\b|game|app)/i;

/**
 * How much a page looks like a single article, in points, its address aside.
 *
 * Pages mostly say what they are, but front pages call themselves articles; so each sign has a weight, and
 * no single one is enough: what a page says of itself (JSON-LD, Open Graph), whether it has what articles
 * have (a time of publication, a heading, paragraphs beside each other), and what only other pages have.
 * Without a word of its own it is none, whatever it looks like: so does a letter in a mail program.
 *
 * @param own the node of the page's own article
 */
export function articleScore(markup: PageMarkup, own: JsonLdNode, hasTime: boolean): number {
  const { nodes, metas } = markup;
  const openGraph = metas.get("og:type") ?? "";
  const isArticle = isArticleNode(own);
  const isCalledArticle = /article/i.test(openGraph);
  const isCalledVideo = /^video/i.test(openGraph) || nodes.some(isVideoNode);
  const signs: readonly [weight: number, isThere: boolean][] = [
    [4, isArticle],
    [2, isCalledArticle],
    [1, isCalledVideo],
    [2, hasTime],
    // Open Graph has this for articles only; other names for a time are found on any page.
    [1, metas.has("article:published_time")],
    [1, markup.heading !== ""],
    [2, markup.paragraphs >= 3],
    // A front page or a section may describe each of its articles.
    [-3, nodes.filter(isArticleNode).length > 2],
    // A recipe may be part of an article, and is the page where there is none.
    [
      isArticle ? -3 : -6,
      nodes.some((node) => typesOf(node).some((type) => OTHER_TYPES.test(type))),
    ],
    [-1, /^(?:website|object)$/i.test(openGraph)],
    [-9, !(isArticle || isCalledArticle || isCalledVideo || saysTime(markup))],
    [-3, OTHER_OPEN_GRAPH.test(openGraph) || metas.has("product:price:amount")],
  ];
  return signs.reduce((sum, [weight, isThere]) => sum + (isThere ? weight : 0), 0);
}
