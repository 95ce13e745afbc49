import { httpAddress } from "../record/article-record.ts";
import { parseHttpUrl } from "../url/http-url.ts";

/** Why an address cannot be a feed's. */
export type FeedAddressFault = "no-address" | "not-https" | "private";

/** Top-level names that are no one's on the web: RFC 6761, 6762, 8375, and ICANN's `internal`. */
const PRIVATE_NAME = /\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)\.?$/;

/**
 * The address of a feed out of what a reader types or pastes, without its fragment. `feed:` and a
 * missing scheme are taken for https.
 *
 * @example readFeedAddress("harbour.example/rss") // { feed: "https://harbour.example/rss" }
 */
export function readFeedAddress(
  typed: string,
): { readonly feed: string } | { readonly fault: FeedAddressFault } {
  const text = typed.trim().replace(/^feed:(?:\/\/)?(?=[^/])/i, "");
  const url = parseHttpUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || text === "") return { fault: "no-address" };
  if (url.protocol !== "https:") return { fault: "not-https" };
  url.hash = "";
  // What is no public name is a number or a name of one label, as a private network has them.
  if (!httpAddress.safeParse(url.href).success || PRIVATE_NAME.test(url.hostname))
    return { fault: "private" };
  return { feed: url.href };
}

/**
 * The host of a site on the public web out of its address, with http or https or without a scheme;
 * `null` when it is none.
 */
export function readSiteHost(typed: string): string | null {
  const read = readFeedAddress(typed.trim().replace(/^http:/i, "https:"));
  return "feed" in read ? new URL(read.feed).hostname : null;
}
