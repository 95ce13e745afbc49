import { isWithinReach } from "../../outlets/feed-reach.ts";
import type { OutletEntry } from "../../outlets/subscription.ts";
import type { FeedState } from "./feed-state.ts";

/**
 * After so many polls in a row that were led to the same address it is asked directly. Whether a redirect
 * is meant to last (301, 308) cannot be seen by `fetch`.
 */
const POLLS_TO_BELIEVE = 3;

type Redirect = FeedState["redirect"];

/**
 * The address to ask for an outlet's feed: its own, or the one it has moved to. That has to be on the
 * outlet's site or the feed's old host, which are what the reader has allowed for this outlet.
 */
export function addressToAsk(
  outlet: Pick<OutletEntry, "domain" | "feed">,
  redirect: Redirect,
): string {
  if (redirect === null || redirect.polls < POLLS_TO_BELIEVE) return outlet.feed;
  return isWithinReach(outlet, redirect.address) ? redirect.address : outlet.feed;
}

/**
 * What is known of a feed's redirect after one more poll.
 *
 * @param led where the poll was led to in the end
 */
export function redirectAfter(before: Redirect, feed: string, led: string): Redirect {
  if (led === withoutFragment(feed)) return null;
  const polls = before?.address === led ? Math.min(before.polls + 1, POLLS_TO_BELIEVE) : 1;
  return { address: led, polls };
}

/** An address as a response has it. */
function withoutFragment(address: string): string {
  const url = URL.parse(address);
  if (url !== null) url.hash = "";
  return url?.href ?? address;
}
