import { parseHttpUrl } from "./http-url.ts";

/**
 * Top-level names that no public name server knows: RFC 6761, RFC 6762 (appendix G lists names in use on
 * private networks), and `internal`, which ICANN has reserved.
 */
const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|invalid)$/;
/** The last label of a host name starts with a letter, that of an IP address does not. */
const NAMED_HOST = /\.[a-z][a-z\d-]+$/;

/**
 * Parses an http(s) address on the public web: its host has a name of two labels or more that belongs neither
 * to this machine nor to a private network. IP addresses are refused in every notation, since the URL parser
 * has normalised `0x7f.1` and `2130706433`. A public name that resolves to a private address cannot be
 * recognised here; over https such a host would need a certificate for the name.
 *
 * @example publicAddress("https://2130706433/feed") // null
 */
export function publicAddress(text: string): URL | null {
  const url = parseHttpUrl(text);
  const host = url?.hostname.replace(/\.$/, "") ?? "";
  return NAMED_HOST.test(host) && !PRIVATE_NAMES.test(host) ? url : null;
}
