import { getDomain } from "tldts";
import { SHARED_SITES } from "./shared-sites.ts";

/**
 * The registrable domain of a host name by the Public Suffix List, private section included, so
 * that `a.github.io` and `b.github.io` are two sites. The same holds for `SHARED_SITES`, which the list lacks.
 * For a host without a registrable domain (an IP address, a bare suffix) the host itself is returned.
 *
 * Only for the build and for imports: the list weighs 110 kB compressed, so the domains of a data set's
 * hosts are stored with the data set.
 */
export function registrableDomain(hostname: string): string {
  const domain = getDomain(hostname, { allowPrivateDomains: true });
  if (domain === null) return hostname;
  if (!SHARED_SITES.has(domain)) return domain;
  const owner = hostname.slice(0, -domain.length).split(".").at(-2) ?? "";
  return /^(?:www)?$/i.test(owner) ? domain : `${owner}.${domain}`;
}
