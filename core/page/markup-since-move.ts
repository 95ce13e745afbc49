import { textOf } from "./json-ld.ts";
import type { PageMarkup } from "./page-markup.ts";

/** Names of `<meta>` that tell of one article: of others, what a site says on all its pages is true of each. */
const OF_ONE_PAGE = /title|desc|dat|publ|creat|url/;
/** What tells one node from another. */
const NODE_FIELDS = ["url", "headline", "name", "datePublished"];

/**
 * What in a page's markup tells of the page that the document shows now. After a move within a document the
 * head often speaks of the page before, or a part of it does: each part counts for itself.
 *
 * @param isOfPage whether a text was not there on another page; the same text is always asked about in the same words
 */
export function markupSinceMove(
  markup: PageMarkup,
  isOfPage: (text: string) => boolean,
): PageMarkup {
  const since = {
    ...markup,
    // Emptied: that a site's pages have a time at all tells what kind they are.
    metas: new Map(
      [...markup.metas].map(([name, content]) => [
        name,
        !OF_ONE_PAGE.test(name) || isOfPage(`${name} ${content}`) ? content : "",
      ]),
    ),
    nodes: markup.nodes.filter((node) =>
      isOfPage(NODE_FIELDS.map((name) => textOf(node[name])).join(" ")),
    ),
  };
  for (const name of ["canonical", "heading", "title", "time"] as const)
    if (!isOfPage(`${name} ${since[name]}`)) since[name] = "";
  return since;
}
