import { publicAddress } from "../url/public-address.ts";
import type { OutletEntry } from "./subscription.ts";

type Outlet = Pick<OutletEntry, "domain" | "feed">;

/**
 * Whether an outlet's feed may be led to an address: on the outlet's site, or on the feed's own host and
 * port, which is what the reader picked.
 */
export function isWithinReach({ domain, feed }: Outlet, address: string): boolean {
  const url = publicAddress(address);
  if (url?.protocol !== "https:") return false;
  return isOnSite(domain, url) || url.host === URL.parse(feed)?.host;
}

/** The same as sources of a Content Security Policy, in which one without a port stands for https's own. */
export function sourcesWithinReach({ domain, feed }: Outlet): string[] {
  const site = [`https://${domain}`, `https://*.${domain}`];
  const url = URL.parse(feed);
  return url === null || isOnSite(domain, url) ? site : [...site, `https://${url.host}`];
}

function isOnSite(domain: string, { hostname, port }: URL): boolean {
  return port === "" && (hostname === domain || hostname.endsWith(`.${domain}`));
}
