import { getDomain } from "tldts";

/**
 * The registrable domain of a host name by the Public Suffix List, private section included, so
 * that `a.github.io` and `b.github.io` are two sites. A host without one (an IP address, a bare
 * suffix) stands for itself.
 *
 * Only for the build and imports: the list weighs 110 kB compressed, so what it says about a data
 * set's hosts is stored with the data set.
 */
export function registrableDomain(hostname: string): string {
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}
