import { getDomain } from "tldts";
import { registrableDomain } from "./registrable-domain.ts";

/**
 * The site that a host is part of, its registrable domain; `null` for a bare public suffix such as `co.uk`
 * or `github.io`, below which the sites are anybody's. For names, not for numbers.
 */
export function siteOf(host: string): string | null {
  const isBareSuffix = getDomain(host, { allowPrivateDomains: true }) === null;
  return isBareSuffix ? null : registrableDomain(host);
}
