import { publicAddress } from "../../core/url/public-address.ts";

/** The address of a feed, written the same for all that name one feed; `null` when it is no public https one. */
export function normalizeFeedAddress(feed: string): string | null {
  const url = publicAddress(feed);
  if (url?.protocol !== "https:") return null;
  url.hash = "";
  return url.href;
}
