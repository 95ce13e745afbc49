import { parseHttpUrl } from "./http-url.ts";

/** What serves an article at an address that is not its publisher's. */
export type Wrapper = "amp-cache" | "amp-viewer" | "web-archive" | "proxy";

interface WrapperRule {
  readonly wrapper: Wrapper;
  readonly host: RegExp;
  /** The first group is the rest of the address, from the publisher's host on. */
  readonly path: RegExp;
  readonly source: string;
}

const WRAPPERS: readonly WrapperRule[] = [
  {
    wrapper: "amp-cache",
    host: /(?:^|\.)(?:cdn\.ampproject\.(?:org|net)|bing-amp\.com|amp\.cloudflare\.com)$/,
    path: /^\/(?:[a-z]{1,3}\/)(?:s\/)?([^/]+\.[^/]+.*)$/,
    source: "AMP Project: cache URL format (/c/s/host/path; i, r, v, wp are other content types)",
  },
  {
    wrapper: "amp-viewer",
    host: /(?:^|\.)google\.(?:(?:com?\.)?[a-z]{2}|com)$/,
    path: /^\/amp\/(?:s\/)?([^/]+\.[^/]+.*)$/,
    source: "Google Search AMP viewer (google.com/amp/s/host/path)",
  },
  {
    wrapper: "web-archive",
    host: /^web\.archive\.org$/,
    path: /^\/web\/(?:\d{1,14}(?:[a-z]{2}_)?\/)?(?:https?:\/{1,2})?([^/]+\.[^/]+.*)$/i,
    source:
      "Internet Archive: Wayback Machine URL format (id_, if_, im_ are renditions; without a time the newest)",
  },
  {
    wrapper: "web-archive",
    host: /^archive\.(?:today|ph|is|li|vn|fo|md)$/,
    path: /^\/(?:(?:\d{4}(?:\.\d{2}\.\d{2}-)?\d{0,10}|newest|oldest|o\/\w+)\/)?https?:\/{1,2}([^/]+\.[^/]+.*)$/i,
    source: "archive.today and its other domains: /TIME/ADDRESS, /newest/ADDRESS, /o/CODE/ADDRESS",
  },
  {
    wrapper: "proxy",
    host: /^via\.hypothes\.is$/,
    path: /^\/(?:https?:\/{1,2})?([^/]+\.[^/]+.*)$/i,
    source: "Hypothesis: the page with its annotations",
  },
];

/** Google Translate writes the publisher's host in one label: dots are hyphens, and hyphens are doubled. */
const TRANSLATION = /^([a-z\d-]+)\.translate\.goog$/;

/** Whether a host serves articles of other publishers at some of its addresses. */
export function canWrap(hostname: string): boolean {
  return TRANSLATION.test(hostname) || WRAPPERS.some(({ host }) => host.test(hostname));
}

/**
 * Finds the publisher's address in an address of an AMP cache, an AMP viewer, a web archive or a proxy; `null` when
 * `url` is none of these. Removes one layer only.
 *
 * @example unwrap(new URL("https://a-com.cdn.ampproject.org/c/s/a.com/x"))
 * // { wrapper: "amp-cache", url: https://a.com/x }
 */
export function unwrap(
  url: Pick<URL, "hostname" | "pathname" | "search">,
): { wrapper: Wrapper; url: URL } | null {
  const translated = TRANSLATION.exec(url.hostname)?.[1];
  if (translated !== undefined) return translation(translated, url);
  for (const rule of WRAPPERS) {
    if (!rule.host.test(url.hostname)) continue;
    const rest = rule.path.exec(url.pathname)?.[1];
    if (rest === undefined) continue;
    const inner = parseHttpUrl(`https://${rest}${url.search}`);
    if (inner !== null) return { wrapper: rule.wrapper, url: inner };
  }
  return null;
}

function translation(
  label: string,
  { pathname, search }: Pick<URL, "pathname" | "search">,
): { wrapper: Wrapper; url: URL } | null {
  const host = label.replace(/--?/g, (hyphens) => (hyphens === "-" ? "." : "-"));
  const query = search.replace(/(?<=[?&])_x_tr_[^&]*&?/g, "").replace(/[?&]$/, "");
  const url = parseHttpUrl(`https://${host}${pathname}${query}`);
  return url === null ? null : { wrapper: "proxy", url };
}
