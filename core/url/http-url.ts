/** The longest address that is accepted, in UTF-16 code units. */
export const MAX_ADDRESS_LENGTH = 4096;

/** A host that a name server and a match pattern accept. The URL parser also accepts `*` and `$`. */
const HOST = /^(?:\[[\da-f:.]+\]|[a-z\d_-]+(?:\.[a-z\d_-]+)*\.?)$/;

/**
 * Parses an absolute http(s) address.
 *
 * Returns `null` for everything else: other schemes, relative addresses, credentials in the address, hosts
 * such as `*` and `a..com`, and text that is too long or cannot be parsed. The scheme is checked after the
 * parse, so leading control characters and `java\nscript:` cannot pass.
 */
export function parseHttpUrl(text: string): URL | null {
  if (text.length > MAX_ADDRESS_LENGTH) return null;
  const url = URL.parse(text);
  if (url === null) return null;
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  if (url.username !== "" || url.password !== "") return null;
  if (!HOST.test(url.hostname)) return null;
  return url;
}

/**
 * What a refused http(s) address would have to be, for a problem report; `null` for text that is not an
 * http(s) address at all.
 */
export function expectedAddress(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  if (text.length > MAX_ADDRESS_LENGTH)
    return `an address of at most ${MAX_ADDRESS_LENGTH} characters`;
  if (url.username !== "" || url.password !== "")
    return "an address without name and password in it";
  return "an address with a host name such as example.com";
}

/** The parts of a `URL` from which `urlKey` is made. */
export type AddressParts = Readonly<Pick<URL, "hostname" | "port" | "pathname" | "search">>;

/**
 * An address that the URL parser would not change, in the groups host, path and query: it has no characters
 * that are escaped or normalised, and its host is neither punycode nor an IP address.
 */
const PLAIN_ADDRESS =
  /^https?:\/\/((?:(?!xn--)[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]+)(\/(?:[\w~!$&'()*+,;=:@/-]|(?<!\/)\.)*)(\?[\w~!$&()*+,;=:@./?%-]+)?$/;

/** Host, path and query of an address that `parseHttpUrl` accepts. Most addresses need no URL parser for that. */
export function addressParts(address: string): AddressParts | null {
  const plain = address.length > MAX_ADDRESS_LENGTH ? null : PLAIN_ADDRESS.exec(address);
  if (plain !== null) {
    const [, hostname = "", pathname = "", search = ""] = plain;
    return { hostname, port: "", pathname, search };
  }
  const url = parseHttpUrl(address);
  if (url === null) return null;
  const { hostname, port, pathname, search } = url;
  return { hostname, port, pathname, search };
}
