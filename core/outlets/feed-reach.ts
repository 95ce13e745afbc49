import { publicAddress } from "../url/public-address.ts";
import type { OutletEntry } from "./subscription.ts";

type Outlet = Pick<OutletEntry, "domain" | "feed">;

/**
 * Whether a request for an outlet's feed may go to an address or be redirected there: it must be on the outlet's site, or on
 * the host and port of the feed that the user chose.
 */
export function isWithinReach({ domain, feed }: Outlet, address: string): boolean {
  const url = publicAddress(address);
  if (url?.protocol !== "https:") return false;
  return isOnSite(domain, url) || url.host === URL.parse(feed)?.host;
}

/** The same as host sources of a Content Security Policy, where a source without a port means port 443. */
export function sourcesWithinReach({ domain, feed }: Outlet): string[] {
  const site = [`https://${domain}`, `https://*.${domain}`];
  const url = URL.parse(feed);
  return url === null || isOnSite(domain, url) ? site : [...site, `https://${url.host}`];
}

function isOnSite(domain: string, { hostname, port }: URL): boolean {
  return port === "" && (hostname === domain || hostname.endsWith(`.${domain}`));
}
