import type { OutletEntry } from "./subscription.ts";

/**
 * Match patterns that an outlet needs: its site, where the sidebar may show up, and the feed's host
 * when that is elsewhere.
 */
export function outletPatterns({ domain, feed }: Pick<OutletEntry, "domain" | "feed">): string[] {
  const site = `*://*.${domain}/*`;
  const { hostname } = new URL(feed);
  const isOnSite = hostname === domain || hostname.endsWith(`.${domain}`);
  return isOnSite ? [site] : [site, `https://${hostname}/*`];
}
