import { HOST_RULES, SYSTEM_RULES } from "./host-rules.ts";
import { type AddressParts, addressParts, MAX_ADDRESS_LENGTH } from "./http-url.ts";
import { mainHost } from "./outlet-domains.ts";
import { roleOf } from "./tracking-parameters.ts";
import { AMP_PARAMETERS, PATH_RULES, REGISTRY_LABELS, RENDITION_LABELS } from "./url-rules.ts";
import { unwrap, type Wrapper } from "./wrapped-url.ts";

/** What an address tells: which article (`key`), on which host, in which rendition. */
export interface UrlIdentity {
  /** The same for all addresses of an article, different for different articles. */
  readonly key: string;
  /** The publisher's host, without rendition labels, on its main domain, in ASCII (punycode). */
  readonly host: string;
  /** What the address leads to: the page, its AMP page, or a copy on another site. */
  readonly rendition: "page" | "amp" | Wrapper;
}

/** The longest key: with `https://` in front it is still an address that is accepted. */
const MAX_KEY_LENGTH = MAX_ADDRESS_LENGTH - "https://".length;

/**
 * The identity of an http(s) address, or `null` when it is not one or its key would be too long.
 *
 * The key is `host/path?query` without everything in which addresses of the same article may differ
 * (`url-rules.ts`). It is a fixed point: `urlKey("https://" + key)` is `key`. Never throws.
 *
 * @example urlIdentity("https://www.a.com/x/amp?utm_source=y")
 * // { key: "a.com/x", host: "a.com", rendition: "amp" }
 */
export function urlIdentity(address: string): UrlIdentity | null {
  const parts = addressParts(address);
  if (parts === null) return null;
  let given = parts;
  let wrapper: Wrapper | null = null;
  for (;;) {
    const page = clean(given);
    // Some wrappers are recognised only after cleaning: `web.archive.org//web/…`.
    const inner = unwrap(given) ?? unwrap(page);
    if (inner === null) {
      const key = keyOf(page);
      const rendition = wrapper ?? (page.amp ? "amp" : "page");
      return key.length > MAX_KEY_LENGTH ? null : { key, host: page.hostname, rendition };
    }
    wrapper ??= inner.wrapper;
    const { hostname, port, pathname, search } = inner.url;
    given = { hostname, port, pathname, search };
  }
}

/** The key of `urlIdentity`, or `null` when `address` is not an http(s) address. */
export function urlKey(address: string): string | null {
  return urlIdentity(address)?.key ?? null;
}

/** The key by which an address is compared with others: that of its article, or the address itself where it has none. */
export function addressKey(address: string): string {
  return urlKey(address) ?? address;
}

/** A function that says whether an address is one of the same article as one of `addresses`. */
export function addressMatcher(addresses: readonly string[]): (address: string) => boolean {
  const keys = new Set(addresses.map(addressKey));
  return (address) => keys.size > 0 && keys.has(addressKey(address));
}

/** The parts of an address after the general rules were applied. */
interface CleanAddress extends AddressParts {
  readonly amp: boolean;
}

function clean(url: AddressParts): CleanAddress {
  const hostname = publisherHost(url.hostname);
  const { pathname, search } = withUnescapedQuery(url);
  const path = articlePath(pathname);
  const query = articleQuery(search, path.path, hostname);
  return {
    hostname,
    // The default ports of both schemes are dropped: the key has no scheme, and web archives keep `http://a.com:80/`.
    port: /^(?:80|443)?$/.test(url.port) ? "" : `:${url.port}`,
    pathname: path.path,
    search: query.query,
    amp: path.amp || query.amp || /^amp[.-]/.test(url.hostname),
  };
}

const SPECIAL_RULES = [...HOST_RULES, ...SYSTEM_RULES];

/** The key of a clean address, by the rule of its publisher if there is one. */
function keyOf({ hostname, port, pathname, search }: CleanAddress): string {
  const special = SPECIAL_RULES.find(
    (rule) => port === "" && rule.host.test(hostname) && rule.path.test(pathname),
  );
  if (special === undefined) return `${hostname}${port}${pathname}${search}`;
  const site = special.host.exec(hostname)?.[1] ?? hostname;
  return pathname.replace(special.path, special.key.replace("$host", site)) + search;
}

/** A cache: data sets name the same hosts again and again. */
const publisherHosts = new Map<string, string>();
const MAX_KEPT_HOSTS = 1024;

/** A host without the labels that select a rendition, on its outlet's main domain: `amp.www.a.com` → `a.com`. */
function publisherHost(hostname: string): string {
  const known = publisherHosts.get(hostname);
  if (known !== undefined) return known;
  if (publisherHosts.size >= MAX_KEPT_HOSTS) publisherHosts.clear();
  const host = mainHost(withoutRendition(hostname));
  publisherHosts.set(hostname, host);
  return host;
}

function withoutRendition(hostname: string): string {
  let labels = hostname.replace(/\.$/, "").split(".");
  if (canLoseLabel(labels)) labels[0] = (labels[0] ?? "").replace(/^amp-(?=.)/, "");
  while (isRenditionOf(labels)) labels = labels.slice(1);
  return labels.join(".");
}

/** Whether the first label selects a rendition, and the rest can be a site by itself. */
function isRenditionOf(labels: readonly string[]): boolean {
  const [first = ""] = labels;
  if (!RENDITION_LABELS.some((rule) => rule.label.test(first))) return false;
  return /^www/.test(first) ? labels.length > 2 : canLoseLabel(labels);
}

/** Whether a host without its first label can be a site by itself. */
function canLoseLabel([, ...site]: readonly string[]): boolean {
  const [name = "", country = ""] = site;
  if (site.length < 2) return false;
  return !(site.length === 2 && country.length === 2 && REGISTRY_LABELS.has(name));
}

/** A path of a home page or a program, which shows what its query names. */
const NAMES_NOTHING = /^\/?$|\/[a-z_]+\.(?:php\d?|aspx?|jspx?|do|cgi|cfm|pl|action)$/i;

/** Matches whatever any of the rules matches, so that most paths are tested once and not once a rule. */
const ANY_PATH_RULE = new RegExp(PATH_RULES.map(({ find }) => find.source).join("|"), "i");

function articlePath(pathname: string): { path: string; amp: boolean } {
  let path = normalizeEscapes(pathname);
  let amp = false;
  for (let before = ""; before !== path && ANY_PATH_RULE.test(path); ) {
    before = path;
    for (const rule of PATH_RULES) {
      const next = path.replace(rule.find, rule.replace);
      if (next === path) continue;
      path = next;
      amp ||= rule.amp;
    }
  }
  return { path, amp };
}

/** An address with a question mark that was escaped by mistake: `/x%3Famp=1` for `/x?amp=1`. It stays where its query names an article. */
function withUnescapedQuery({
  hostname,
  pathname,
  search,
}: AddressParts): Pick<AddressParts, "pathname" | "search"> {
  const at = pathname.search(/%3f/i);
  if (at === -1 || at + 3 === pathname.length || search !== "") return { pathname, search };
  const escaped = `?${pathname.slice(at + 3)}`;
  const isFree = articleQuery(escaped, pathname.slice(0, at), hostname).query === "";
  return isFree ? { pathname: pathname.slice(0, at), search: escaped } : { pathname, search };
}

/** What of a query names the article, in order. A query that is doubtful is kept where nothing else could name it. */
function articleQuery(
  search: string,
  path: string,
  hostname: string,
): { query: string; amp: boolean } {
  if (search === "") return { query: "", amp: false };
  const kept: string[] = [];
  const doubtful: string[] = [];
  let amp = false;
  for (const part of normalizeEscapes(search.slice(1)).split("&")) {
    // A link of a page whose ampersands are escaped twice.
    const plain = part.replace(/^amp;(?=.)/i, "");
    if (plain === "" || plain === "=") continue;
    const equals = plain.indexOf("=");
    const name = equals < 0 ? plain : plain.slice(0, equals);
    const value = equals < 0 ? "" : plain.slice(equals + 1);
    if (AMP_PARAMETERS.some((rule) => rule.name.test(name) && (rule.value?.test(value) ?? true))) {
      amp = true;
      continue;
    }
    const role = roleOf(name, value, hostname);
    if (role !== "tracking") (role === "name" ? kept : doubtful).push(`${name}=${value}`);
  }
  if (kept.length === 0 && NAMES_NOTHING.test(path)) kept.push(...doubtful);
  kept.sort();
  return { query: kept.length === 0 ? "" : `?${kept.join("&")}`, amp };
}

/**
 * Normalises percent-encoding (RFC 3986, 6.2.2): unreserved characters are decoded, hexadecimal digits become
 * capitals, and a stray `%` is escaped.
 */
function normalizeEscapes(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(/%(?![0-9a-f]{2})/gi, "%25").replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
  });
}
