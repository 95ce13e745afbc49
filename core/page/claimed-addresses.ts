import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";
import type { JsonLdNode } from "./json-ld.ts";
import { addressesOf } from "./own-node.ts";
import type { AddressClaim } from "./page-addresses.ts";
import type { PageMarkup } from "./page-markup.ts";

/**
 * What a page says its own address is, best source first: canonical link, `og:url`, JSON-LD.
 *
 * @param own the node of the page's own article
 */
export function claimedAddresses(
  { base, canonical, metas }: PageMarkup,
  own: JsonLdNode,
): AddressClaim[] {
  const claims: AddressClaim[] = [];
  const add = (source: AddressClaim["source"], url = "") => {
    const absolute = url && URL.parse(url, base)?.href;
    if (absolute && absolute.length <= MAX_ADDRESS_LENGTH) claims.push({ source, url: absolute });
  };
  add("canonical", canonical);
  add("og:url", metas.get("og:url"));
  add("json-ld", addressesOf(own)[0]);
  return claims;
}
