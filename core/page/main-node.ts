import { isArticleNode, isFactCheckNode, isVideoNode, type JsonLdNode, textOf } from "./json-ld.ts";
import type { PageMarkup } from "./page-markup.ts";
import { MAX_HEADLINE_LENGTH } from "./statement-limits.ts";

/**
 * The JSON-LD node that describes the page's own article, or else its fact check or video; an empty node where there is none.
 *
 * Pages also describe the articles they link to, and those nodes may come first. So a node is chosen by its
 * address (that of the page, its canonical address or `og:url`), else by a headline that the page
 * shows, else because it has no address.
 */
export function mainNode(markup: PageMarkup): JsonLdNode {
  const { address, base, canonical, metas, nodes, heading, title } = markup;
  if (nodes.length === 0) return {};
  const ownPlaces = [address, canonical, metas.get("og:url") ?? ""].map((one) =>
    placeOf(one, base),
  );
  const shown = [metas.get("og:title") ?? "", heading, title].map(words).join(" | ");
  const isAtPage = (node: JsonLdNode) =>
    addressesOf(node).some((one) => ownPlaces.includes(placeOf(one, base)));
  const isShown = (node: JsonLdNode) => {
    const headline = words(textOf(node["headline"] ?? node["name"]));
    return headline !== "" && shown.includes(headline);
  };
  // Section pages have such nodes too, but most of them say in `og:type` that they are no article, and none says when it was published.
  const mayBeSection =
    /^(?:website|object)$/i.test(metas.get("og:type") ?? "") &&
    !metas.get("article:published_time");
  const hasNoAddress = (node: JsonLdNode) => addressesOf(node).length === 0 && !mayBeSection;
  const ofKind = (nodesOfKind: readonly JsonLdNode[]) =>
    nodesOfKind.find(isAtPage) ?? nodesOfKind.find(isShown) ?? nodesOfKind.find(hasNoAddress);
  return (
    [isArticleNode, isFactCheckNode, isVideoNode]
      .map((kind) => ofKind(nodes.filter(kind)))
      .find((node) => node !== undefined) ?? {}
  );
}

/** The addresses that a node gives for itself or for the page it is on, as they are written. */
export function addressesOf(node: JsonLdNode): string[] {
  const main = node["mainEntityOfPage"];
  const page = typeof main === "object" && main !== null && "@id" in main ? main["@id"] : main;
  return [node["url"], page, node["@id"]].filter(
    (one): one is string => typeof one === "string" && one !== "",
  );
}

/** Host, path and query of an address, without `www.` and a trailing slash. */
function placeOf(address: string, base: string): string {
  const url = URL.parse(address, base);
  return url ? `${url.host}${url.pathname}`.replace(/^www\.|\/$/g, "") + url.search : "";
}

/** The letters and digits of a text in lower case, everything else as single spaces. */
function words(text: string): string {
  return text
    .slice(0, MAX_HEADLINE_LENGTH)
    .toLowerCase()
    .replace(/(?:&#?\w+;|[^\p{L}\p{N}])+/gu, " ")
    .trim();
}
