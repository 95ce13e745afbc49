import { isOnDomain } from "../url/outlet-domains.ts";
import { publicAddress } from "../url/public-address.ts";
import type { OutletEntry } from "./subscription.ts";

type Outlet = Pick<OutletEntry, "domains" | "feed">;

/**
 * Whether a request for an outlet's feed may go to an address or be redirected there: it must be on one of the outlet's sites,
 * or on the host and port of the feed that the user chose.
 */
export function isWithinReach({ domains, feed }: Outlet, address: string): boolean {
  const url = publicAddress(address);
  if (url?.protocol !== "https:") return false;
  return isOnSite(domains, url) || url.host === URL.parse(feed)?.host;
}

/** The same as host sources of a Content Security Policy, where a source without a port means port 443. */
export function sourcesWithinReach({ domains, feed }: Outlet): string[] {
  const sites = domains.flatMap((domain) => [`https://${domain}`, `https://*.${domain}`]);
  const url = URL.parse(feed);
  return url === null || isOnSite(domains, url) ? sites : [...sites, `https://${url.host}`];
}

function isOnSite(domains: readonly string[], { hostname, port }: URL): boolean {
  return port === "" && domains.some((domain) => isOnDomain(hostname, domain));
}
