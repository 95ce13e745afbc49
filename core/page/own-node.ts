import { isArticleNode, isVideoNode, type JsonLdNode, textOf } from "./json-ld.ts";
import { MAX_HEADLINE_LENGTH } from "./page-limits.ts";
import type { PageMarkup } from "./page-markup.ts";

/**
 * The node of JSON-LD that describes the page's own article, or else its video: one at the page's
 * address, its canonical one or `og:url`; or one under a headline that the page shows; or one that has no
 * address. Pages describe the articles that they point to as well, and those may stand first. Empty where there
 * is none.
 */
export function ownNode(markup: PageMarkup): JsonLdNode {
  const { address, base, canonical, metas, nodes, heading, title } = markup;
  const own = [address, canonical, metas.get("og:url") ?? ""].map((one) => placeOf(one, base));
  const shown = [metas.get("og:title") ?? "", heading, title].map(words).join(" | ");
  const isAtOwn = (node: JsonLdNode) =>
    addressesOf(node).some((one) => own.includes(placeOf(one, base)));
  const isShown = (node: JsonLdNode) => {
    const headline = words(textOf(node["headline"] ?? node["name"]));
    return headline !== "" && shown.includes(headline);
  };
  // Sections carry such nodes too, and they mostly say that they are no article.
  const isPlaceless = (node: JsonLdNode) =>
    addressesOf(node).length === 0 && !/^(?:website|object)$/i.test(metas.get("og:type") ?? "");
  const ofKind = (nodesOfKind: readonly JsonLdNode[]) =>
    nodesOfKind.find(isAtOwn) ?? nodesOfKind.find(isShown) ?? nodesOfKind.find(isPlaceless);
  return ofKind(nodes.filter(isArticleNode)) ?? ofKind(nodes.filter(isVideoNode)) ?? {};
}

/** The addresses that a node gives itself, or the page that it is on. */
export function addressesOf(node: JsonLdNode): string[] {
  const main = node["mainEntityOfPage"];
  const page = typeof main === "object" && main !== null && "@id" in main ? main["@id"] : main;
  return [node["url"], page, node["@id"]].filter(
    (one): one is string => typeof one === "string" && one !== "",
  );
}

/** Host and path, without what two spellings of one address differ in. */
function placeOf(address: string, base: string): string {
  const url = URL.parse(address, base);
  return url ? `${url.host}${url.pathname}`.replace(/^www\.|\/$/g, "") + url.search : "";
}

/** Letters and digits, the rest as single blanks. */
function words(text: string): string {
  return text
    .slice(0, MAX_HEADLINE_LENGTH)
    .toLowerCase()
    .replace(/(?:&#?\w+;|[^\p{L}\p{N}])+/gu, " ")
    .trim();
}
