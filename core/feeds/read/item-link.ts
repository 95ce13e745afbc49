import { publicAddress } from "../../url/public-address.ts";
import { registrableDomain } from "../../url/registrable-domain.ts";

/** An `&` that was escaped once more than the format asks for. */
const ESCAPED_AMPERSAND = /&(?:amp|#0{0,4}38|#x0{0,4}26);/gi;
/** Most times that addresses are escaped too often. */
const MOST_ESCAPED = 3;
const HOST = /^((?:[\p{L}\d_-]{1,63}\.){1,8}\p{L}[\p{L}\d-]{1,62})\.?(?::\d{1,5})?(?:[/?#]|$)/u;

/** Addresses through which search engines and mail programs count clicks: their host, their path, and where the article's is. */
const REDIRECTS: readonly (readonly [host: RegExp, path: RegExp, parameters: readonly string[]])[] =
  [
    [/(?:^|\.)google\.(?:com?\.)?[a-z]{2,3}$/, /^\/url$/, ["url", "q"]],
    [/(?:^|\.)bing\.com$/, /^\/news\/apiclick\.aspx$/, ["url"]],
    [/(?:^|\.)facebook\.com$/, /^\/l\.php$/, ["u"]],
    [/(?:^|\.)duckduckgo\.com$/, /^\/l\/$/, ["uddg"]],
    [/\.safelinks\.protection\.outlook\.com$/, /^\/$/, ["url"]],
    [/^out\.reddit\.com$/, /^\//, ["url"]],
  ];

/**
 * The address of an item's page from what the feed writes; `null` when it is none on the public web. Addresses without a scheme
 * or with two, escaped too often, and in the redirects of search engines are what their authors meant.
 *
 * @param domains registrable domains of the outlet: a link that begins with one of them is no relative link
 */
export function itemAddress(
  written: string,
  base: string,
  domains: readonly string[],
): string | null {
  let text = written.trim();
  for (let times = 0; times < MOST_ESCAPED; times++) text = text.replace(ESCAPED_AMPERSAND, "&");
  text = text
    .replace(/^https?:?\/{0,2}(?=https?:?\/\/)/i, "")
    .replace(/^(https?)(?:\/\/|:{2,}\/\/)/i, "$1://");
  const host = HOST.exec(text)?.[1]?.toLowerCase();
  if (host !== undefined && (host.startsWith("www.") || domains.includes(registrableDomain(host))))
    text = `https://${text}`;
  const url = URL.parse(text, base);
  const target = url === null ? null : (redirectTarget(url) ?? url);
  return target === null || publicAddress(target.href) === null ? null : target.href;
}

function redirectTarget({ hostname, pathname, searchParams }: URL): URL | null {
  const redirect = REDIRECTS.find(([host, path]) => host.test(hostname) && path.test(pathname));
  const found = redirect?.[2].map((name) => searchParams.get(name)).find((one) => one !== null);
  return /^https?:/i.test(found ?? "") ? URL.parse(found ?? "") : null;
}

/** Whether an address is that of a site's home page, which is no article. */
export function isHomePage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.pathname === "/" && url.search === "";
}
