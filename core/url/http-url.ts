/** Longest address read, in UTF-16 code units; browsers cut the address bar at about this length too. */
export const MAX_ADDRESS_LENGTH = 4096;

/** A host as a name server or a match pattern takes it; the URL parser also lets `*` and `$` through. */
const HOST = /^(?:\[[\da-f:.]+\]|[a-z\d_-]+(?:\.[a-z\d_-]+)*\.?)$/;

/**
 * Parses an absolute http(s) address.
 *
 * Everything else (other schemes, relative addresses, credentials in the address, hosts that are
 * no names such as `*` and `a..com`, over-long or unparsable text) gives `null`. The parse comes before
 * the scheme check, so leading control characters and `java\nscript:` cannot slip past it.
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
 * What an http(s) address that is refused would have to be, in the words of a report; `null` for
 * text that is no such address at all.
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

/** The parts of an address that matter here, as its `URL` has them. */
export type AddressParts = Readonly<Pick<URL, "hostname" | "port" | "pathname" | "search">>;

/**
 * An address that the URL parser leaves as it is, in the parts host, path and query: only characters
 * that it neither escapes nor folds, a name for a host that is neither punycode nor a number.
 */
const PLAIN_ADDRESS =
  /^https?:\/\/((?:(?!xn--)[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]+)(\/(?:[\w~!$&'()*+,;=:@/-]|(?<!\/)\.)*)(\?[\w~!$&()*+,;=:@./?%-]+)?$/;

/** Host, path and query of what `parseHttpUrl` takes; most addresses need no parser for that. */
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
