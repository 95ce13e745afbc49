import {
  isArticleNode,
  isFactCheckNode,
  isVideoNode,
  type JsonLdNode,
  textOf,
  typesOf,
} from "./json-ld.ts";
import type { PageMarkup } from "./page-markup.ts";
import { hasPublicationTime } from "./statement-from-markup.ts";

/** A page counts as an article from this many points on, those of its address included. */
export const ARTICLE_SCORE = 5;

/** Points for a publication time that can be read. */
export const TIME_POINTS = 2;

/** Types in JSON-LD (schema.org) of pages that are no articles. */
const OTHER_TYPES =
  /^(?:(?!Item)\w+(?<!Web)Page|Product\w*|(?:DiscussionForum|Job|SocialMedia)Posting|\w*(?:Event|Business|Application)|Recipe|Course)$/;

/** The title of a post in a social network: the name of its author and, in parentheses, the user name. */
const OF_POST = /\(@[\w.]+\)/;

/** Values of `og:type` (ogp.me) of pages that are no articles. */
const OTHER_OPEN_GRAPH = /^(?:product|profile|place|business|books?\b|music\b|game|app)/i;

/**
 * How much a page looks like a single article, in points. The points of its address come on top.
 *
 * Most pages say what they are, but some front pages call themselves articles. So every sign counts a few
 * points and none is enough alone: what the page says of itself (JSON-LD, Open Graph), whether it has
 * what articles have (a publication time, a heading, adjacent paragraphs), and what only other pages have.
 * A page that says nothing of itself never counts as an article, however much it looks like one: a
 * letter in a webmail program has a heading and paragraphs too, and its text must not leave the page.
 *
 * The points for its time (`TIME_POINTS`) come on top, too: the time is read only of what may be an article.
 *
 * @param main the JSON-LD node of the page's own article (`mainNode`)
 */
export function articleScore(markup: PageMarkup, main: JsonLdNode): number {
  const { nodes, metas } = markup;
  const openGraph = metas.get("og:type") ?? "";
  const isArticle = isArticleNode(main) || isFactCheckNode(main);
  const isCalledArticle = /article/i.test(openGraph);
  const isCalledVideo = /^video/i.test(openGraph) || nodes.some(isVideoNode);
  const shown = `${metas.get("og:title")} ${markup.heading} ${markup.title}`;
  // Local papers and radio stations list the events of the week beside each article.
  const isOfWidget = (node: JsonLdNode, type: string) =>
    type.endsWith("Event") && !shown.includes(textOf(node["name"]));
  const signs: readonly [points: number, isPresent: boolean][] = [
    [4, isArticle],
    [2, isCalledArticle],
    [1, isCalledVideo],
    // Open Graph defines this for articles only; pages of any kind use the other names for a time.
    [1, metas.has("article:published_time")],
    [1, markup.heading !== ""],
    [2, markup.paragraphs >= 3],
    // A front page or section page may describe each of its articles.
    [-3, nodes.filter(isArticleNode).length > 2],
    // A recipe, for example, may be part of an article; without an article it is the page itself.
    [
      isArticle ? -3 : -6,
      nodes.some((node) =>
        typesOf(node).some((type) => OTHER_TYPES.test(type) && !isOfWidget(node, type)),
      ),
    ],
    [-1, /^(?:website|object)$/i.test(openGraph)],
    [-9, !(isArticle || isCalledArticle || isCalledVideo || hasPublicationTime(markup))],
    [-3, OF_POST.test(shown)],
    [-3, OTHER_OPEN_GRAPH.test(openGraph) || metas.has("product:price:amount")],
  ];
  return signs.reduce((sum, [points, isPresent]) => sum + (isPresent ? points : 0), 0);
}
