import { parseHttpUrl } from "./http-url.ts";

/** What serves an article at an address that is not its publisher's. */
export type Wrapper = "amp-cache" | "amp-viewer" | "web-archive";

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
    path: /^\/web\/\d{1,14}(?:[a-z]{2}_)?\/(?:https?:\/{1,2})?([^/]+\.[^/]+.*)$/i,
    source: "Internet Archive: Wayback Machine URL format (id_, if_, im_ are renditions)",
  },
];

/** Whether a host serves articles of other publishers at some of its addresses. */
export function canWrap(hostname: string): boolean {
  return WRAPPERS.some(({ host }) => host.test(hostname));
}

/**
 * Finds the publisher's address in an address of an AMP cache, an AMP viewer or a web archive; `null` when
 * `url` is none of these. Removes one layer only.
 *
 * @example unwrap(new URL("https://a-com.cdn.ampproject.org/c/s/a.com/x"))
 * // { wrapper: "amp-cache", url: https://a.com/x }
 */
export function unwrap(
  url: Pick<URL, "hostname" | "pathname" | "search">,
): { wrapper: Wrapper; url: URL } | null {
  for (const rule of WRAPPERS) {
    if (!rule.host.test(url.hostname)) continue;
    const rest = rule.path.exec(url.pathname)?.[1];
    if (rest === undefined) continue;
    const inner = parseHttpUrl(`https://${rest}${url.search}`);
    if (inner !== null) return { wrapper: rule.wrapper, url: inner };
  }
  return null;
}
