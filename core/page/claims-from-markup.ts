import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";
import type { AddressClaim } from "./address-claims.ts";
import type { JsonLdNode } from "./json-ld.ts";
import { addressesOf } from "./main-node.ts";
import type { PageMarkup } from "./page-markup.ts";

/**
 * What a page says its own address is, the best source first: canonical link, `og:url`, JSON-LD.
 * Addresses are made absolute; those that are longer than `MAX_ADDRESS_LENGTH` are left out.
 *
 * @param main the JSON-LD node of the page's own article (`mainNode`)
 */
export function claimsFromMarkup(
  { base, canonical, metas }: PageMarkup,
  main: JsonLdNode,
): AddressClaim[] {
  const claims: AddressClaim[] = [];
  const add = (source: AddressClaim["source"], url = "") => {
    const absolute = url && URL.parse(url, base)?.href;
    if (absolute && absolute.length <= MAX_ADDRESS_LENGTH) claims.push({ source, url: absolute });
  };
  add("canonical", canonical);
  add("og:url", metas.get("og:url"));
  add("json-ld", addressesOf(main)[0]);
  return claims;
}
