import { textOf } from "./json-ld.ts";
import type { PageMarkup } from "./page-markup.ts";

/** Names of `<meta>` that describe one article. The others may say the same on every page of a site and still be true. */
const OF_ONE_PAGE = /title|desc|dat|publ|creat|url/;
/** The fields by which nodes are distinguished. */
const NODE_FIELDS = ["url", "headline", "name", "datePublished"];

/**
 * The part of a document's markup that describes the page which it shows now. After a same-document
 * navigation (`history.pushState`) some or all of the head may still describe the page before, so every part is judged alone.
 *
 * @param isOfPage whether no other page had this text; a part of the markup always gives the same text
 */
export function markupAfterNavigation(
  markup: PageMarkup,
  isOfPage: (text: string) => boolean,
): PageMarkup {
  const current = {
    ...markup,
    // Emptied and not removed: that the site gives a publication time at all is a sign of an article.
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
  for (const name of ["canonical", "heading", "title", "time", "timeElsewhere"] as const)
    if (!isOfPage(`${name} ${current[name]}`)) current[name] = "";
  return current;
}
