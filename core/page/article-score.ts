import { isArticleNode, isVideoNode, typesOf } from "./json-ld.ts";
import type { PageMarkup } from "./page-markup.ts";

/** A page with this many points or more, those of its address with them, is taken for an article. */
export const ARTICLE_SCORE = 5;

/** What pages of other kinds say of themselves in JSON-LD (schema.org). */
const OTHER_TYPES =
  /^(?:CollectionPage|SearchResultsPage|ProfilePage|AboutPage|ContactPage|CheckoutPage|FAQPage|QAPage|Product(?:Group)?|DiscussionForumPosting|JobPosting)$/;

/** What pages of other kinds say of themselves in `og:type` (ogp.me). */
const OTHER_OPEN_GRAPH = /^(?:product|profile|place|business|books?\b|music\b|game|app)/i;

/**
 * How much a page looks like a single article, in points, its address aside.
 *
 * Pages mostly say what they are, but front pages call themselves articles and articles nothing at
 * all; so each sign has a weight, and no single one is enough: what a page says of itself (JSON-LD,
 * Open Graph), whether it has what articles have (a time of publication, a heading, paragraphs beside each
 * other), and what only other pages have.
 */
export function articleScore(markup: PageMarkup, hasTime: boolean): number {
  const { nodes, metas } = markup;
  const openGraph = metas.get("og:type") ?? "";
  const articles = nodes.filter(isArticleNode).length;
  const signs: readonly [weight: number, isThere: boolean][] = [
    [4, articles > 0],
    [2, /article/i.test(openGraph)],
    [1, /^video/i.test(openGraph) || nodes.some(isVideoNode)],
    [2, hasTime],
    // Open Graph has this for articles only; other names for a time are found on any page.
    [1, metas.has("article:published_time")],
    [1, markup.heading !== ""],
    [2, markup.paragraphs >= 3],
    // A front page or a section may describe each of its articles.
    [-3, articles > 2],
    [-3, nodes.some((node) => typesOf(node).some((type) => OTHER_TYPES.test(type)))],
    [-3, OTHER_OPEN_GRAPH.test(openGraph) || metas.has("product:price:amount")],
  ];
  return signs.reduce((sum, [weight, isThere]) => sum + (isThere ? weight : 0), 0);
}
