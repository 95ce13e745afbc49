import type { AddressClaim } from "../../core/coverage/page-addresses.ts";

/** Blocks and characters of JSON-LD that are looked at: a hostile page may hold any number. */
const MAX_JSON_LD_BLOCKS = 8;
const MAX_JSON_LD_LENGTH = 200_000;
/** As the protocol takes them. */
const MAX_ADDRESS_LENGTH = 4096;

/** What the page in `document` says its own address is: canonical link, `og:url`, JSON-LD. */
export function readAddressClaims(document: Document): AddressClaim[] {
  const claims: AddressClaim[] = [];
  const add = (source: AddressClaim["source"], url: string | null | undefined) => {
    if (!url) return;
    const absolute = URL.parse(url, document.baseURI)?.href;
    if (absolute !== undefined && absolute.length <= MAX_ADDRESS_LENGTH)
      claims.push({ source, url: absolute });
  };
  add("canonical", document.querySelector('link[rel~="canonical" i]')?.getAttribute("href"));
  add("og:url", document.querySelector('meta[property="og:url" i]')?.getAttribute("content"));
  add("json-ld", jsonLdAddress(document));
  return claims;
}

function jsonLdAddress(document: Document): string | null {
  const blocks = document.querySelectorAll('script[type="application/ld+json" i]');
  for (const block of Array.from(blocks).slice(0, MAX_JSON_LD_BLOCKS)) {
    const text = block.textContent;
    if (text.length > MAX_JSON_LD_LENGTH) continue;
    try {
      const address = addressOf(JSON.parse(text), 3);
      if (address !== null) return address;
    } catch {
      // Broken JSON-LD is common and says nothing.
    }
  }
  return null;
}

/** The address of the first article in a JSON-LD value, looking `depth` levels deep. */
function addressOf(value: unknown, depth: number): string | null {
  if (typeof value !== "object" || value === null || depth === 0) return null;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 50)) {
      const address = addressOf(item, depth - 1);
      if (address !== null) return address;
    }
    return null;
  }
  const node = value as Record<string, unknown>;
  if (/(?:Article|BlogPosting|VideoObject)"?/.test(JSON.stringify(node["@type"] ?? ""))) {
    const main = node["mainEntityOfPage"];
    const id = typeof main === "object" && main !== null && "@id" in main ? main["@id"] : main;
    for (const address of [node["url"], id]) if (typeof address === "string") return address;
  }
  return addressOf(node["@graph"], depth - 1);
}
