import { isOnDomain } from "../url/outlet-domains.ts";
import type { OutletEntry } from "./subscription.ts";

/**
 * The match patterns for which an outlet needs permission: its sites, where the sidebar may appear, and the feed's host
 * if that is outside these.
 */
export function outletPatterns({ domains, feed }: Pick<OutletEntry, "domains" | "feed">): string[] {
  const host = feedHostElsewhere({ domains, feed });
  const sites = domains.map((domain) => `*://*.${domain}/*`);
  return host === null ? sites : [...sites, `https://${host}/*`];
}

/** The host of a feed outside its outlet's own sites; `null` for a feed on one of them. */
export function feedHostElsewhere({
  domains,
  feed,
}: Pick<OutletEntry, "domains" | "feed">): string | null {
  const { hostname } = new URL(feed);
  return domains.some((domain) => isOnDomain(hostname, domain)) ? null : hostname;
}
