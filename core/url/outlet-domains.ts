/**
 * The outlets that publish every article under the same path on several domains, the main domain first. A test compares
 * this table with `data/outlets.json`, which has registrable domains only. URL keys depend on it, so they are the same for
 * everybody: whoever changes it raises `FORMAT_VERSION`.
 */
const OUTLETS_ON_SEVERAL: readonly (readonly [main: string, ...others: string[]])[] = [
  ["abcnews.com", "abcnews.go.com"],
  ["economictimes.indiatimes.com", "economictimes.com"],
  ["franceinfo.fr", "francetvinfo.fr"],
  ["bbc.com", "bbc.co.uk"],
  ["dailymail.co.uk", "dailymail.com"],
  ["independent.co.uk", "the-independent.com"],
  ["timesofindia.indiatimes.com", "timesofindia.com"],
];

const MAIN_DOMAINS = OUTLETS_ON_SEVERAL.flatMap(([main, ...others]) =>
  others.map((other) => [other, main] as const),
);

/**
 * A host on the main domain of its outlet.
 *
 * @example mainHost("news.bbc.co.uk") // "news.bbc.com"
 */
export function mainHost(host: string): string {
  const found = MAIN_DOMAINS.find(([other]) => isOnDomain(host, other));
  return found === undefined ? host : host.slice(0, -found[0].length) + found[1];
}

/** All domains of the outlet that a host belongs to, the main one first; the host itself if it is on none of them. */
export function outletDomains(host: string): readonly string[] {
  const onHost = (domain: string) => isOnDomain(host, domain);
  return OUTLETS_ON_SEVERAL.find((domains) => domains.some(onHost)) ?? [host];
}

/** Whether a host is a domain or below it. */
export function isOnDomain(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
