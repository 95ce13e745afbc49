import { isWithinReach } from "../../outlets/feed-reach.ts";
import type { OutletEntry } from "../../outlets/subscription.ts";
import type { FeedState } from "./feed-state.ts";

/**
 * After so many polls in a row that were redirected to the same address, that address is requested directly. `fetch` does not
 * show whether a redirect is permanent (301, 308).
 */
const POLLS_UNTIL_PERMANENT = 3;

type Redirect = FeedState["redirect"];

/**
 * The address to request for an outlet's feed: its own, or the one it has moved to. The latter must be on the outlet's sites
 * or the feed's original host, since the user has allowed no other for this outlet.
 */
export function addressToAsk(
  outlet: Pick<OutletEntry, "domains" | "feed">,
  redirect: Redirect,
): string {
  if (redirect === null || redirect.polls < POLLS_UNTIL_PERMANENT) return outlet.feed;
  return isWithinReach(outlet, redirect.address) ? redirect.address : outlet.feed;
}

/**
 * The state of a feed's redirect after one more poll; `null` when there was none.
 *
 * @param feed the feed's own address
 * @param final the address of the response, after redirects
 */
export function redirectAfter(before: Redirect, feed: string, final: string): Redirect {
  if (final === withoutFragment(feed)) return null;
  const polls = before?.address === final ? Math.min(before.polls + 1, POLLS_UNTIL_PERMANENT) : 1;
  return { address: final, polls };
}

/** An address without its fragment, which the address of a response does not have either. */
function withoutFragment(address: string): string {
  const url = URL.parse(address);
  if (url !== null) url.hash = "";
  return url?.href ?? address;
}
