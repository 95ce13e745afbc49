import type { OutletEntry } from "./subscription.ts";

/**
 * The match patterns for which an outlet needs permission: its site, where the sidebar may appear, and the feed's host
 * if that is outside the site.
 */
export function outletPatterns({ domain, feed }: Pick<OutletEntry, "domain" | "feed">): string[] {
  const site = `*://*.${domain}/*`;
  const { hostname } = new URL(feed);
  const isOnSite = hostname === domain || hostname.endsWith(`.${domain}`);
  return isOnSite ? [site] : [site, `https://${hostname}/*`];
}
