import type { AddressClaim } from "../coverage/page-addresses.ts";
import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";
import { isArticleNode, isVideoNode, type JsonLdNode } from "./json-ld.ts";
import type { PageMarkup } from "./page-markup.ts";

/** What a page says its own address is, best source first: canonical link, `og:url`, JSON-LD. */
export function claimedAddresses({ base, canonical, metas, nodes }: PageMarkup): AddressClaim[] {
  const claims: AddressClaim[] = [];
  const add = (source: AddressClaim["source"], url = "") => {
    const absolute = url && URL.parse(url, base)?.href;
    if (absolute && absolute.length <= MAX_ADDRESS_LENGTH) claims.push({ source, url: absolute });
  };
  add("canonical", canonical);
  add("og:url", metas.get("og:url"));
  add("json-ld", nodes.map(addressOf).find(Boolean));
  return claims;
}

/** The address that an article or a video gives itself, or the page that it is on; else empty. */
function addressOf(node: JsonLdNode): string {
  if (!isArticleNode(node) && !isVideoNode(node)) return "";
  const main = node["mainEntityOfPage"];
  const id = typeof main === "object" && main !== null && "@id" in main ? main["@id"] : main;
  const address = [node["url"], id].find((one) => typeof one === "string" && one !== "");
  return typeof address === "string" ? address : "";
}
