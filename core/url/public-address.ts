import { parseHttpUrl } from "./http-url.ts";

/**
 * Top-level names that no public name server knows: RFC 6761 and 6762 (with its appendix G, of names
 * in use on private networks), and ICANN's `internal`.
 */
const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|invalid)$/;
/** As in `httpAddress` of a record: the last label of a name has letters, that of an IP address has not. */
const NAMED_HOST = /\.[a-z][a-z\d-]+$/;

/**
 * An http(s) address on the public web: on a named host of two labels or more that is neither this
 * machine nor one of a private network. IP addresses, however written, are refused; the URL parser has
 * made one of `0x7f.1` and `2130706433`. A public name that a name server leads to a private address
 * cannot be told here; over https such a host has no certificate for the name.
 *
 * @example publicAddress("https://2130706433/feed") // null
 */
export function publicAddress(text: string): URL | null {
  const url = parseHttpUrl(text);
  const host = url?.hostname.replace(/\.$/, "") ?? "";
  return NAMED_HOST.test(host) && !PRIVATE_NAMES.test(host) ? url : null;
}
