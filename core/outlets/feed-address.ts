import { parseHttpUrl } from "../url/http-url.ts";
import { publicAddress } from "../url/public-address.ts";

/** Why an address cannot be that of a feed. */
export type FeedAddressFault = "no-address" | "not-https" | "private";

/**
 * The address of a feed from what the user typed or pasted, without a fragment. `feed:` and a missing scheme
 * become https.
 *
 * @example readFeedAddress("harbour.example/rss") // { feed: "https://harbour.example/rss" }
 */
export function readFeedAddress(
  typed: string,
): { readonly feed: string } | { readonly fault: FeedAddressFault } {
  const text = typed.trim().replace(/^feed:(?:\/\/)?(?=[^/])/i, "");
  const url = parseHttpUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null) return { fault: "no-address" };
  if (url.protocol !== "https:") return { fault: "not-https" };
  url.hash = "";
  if (publicAddress(url.href) === null) return { fault: "private" };
  return { feed: url.href };
}

/**
 * The host of a site on the public web, from an address with http, https or no scheme; `null` when it is not one.
 */
export function readSiteHost(typed: string): string | null {
  const read = readFeedAddress(typed.trim().replace(/^http:/i, "https:"));
  return "feed" in read ? new URL(read.feed).hostname : null;
}
