import type { ArticleSummary, UrlEntry } from "../segment/format.ts";
import type { SegmentReader } from "../segment/segment-reader.ts";
import { type UrlIdentity, urlIdentity, urlKey } from "../url/url-key.ts";
import type { Coverage, MatchReason, PageMatch } from "./coverage.ts";
import type { AddressClaim } from "./page-addresses.ts";
import { rankStory } from "./rank-story.ts";

/**
 * The answer for a page: its own record or a record that names it, else its outlet, else nothing.
 *
 * The page's address is tried first, then what the page claims to be its address, but only within
 * its own site: a page cannot pass itself off as another outlet's.
 *
 * Reads, besides `meta`: at most 4 blocks for the outlet, one for each distinct address (5), and
 * 1 + `MAX_NAMED_BY` for the records.
 *
 * @param address the page's address as the browser gives it
 * @throws UnreadableSegmentError, DamagedBlockError
 */
export async function findCoverage(
  segment: SegmentReader,
  address: string,
  claims: readonly AddressClaim[],
): Promise<Coverage> {
  const identity = urlIdentity(address);
  if (identity === null) return { kind: "none" };
  const outlet = await segment.outlet(identity.host);
  const site = outlet?.site ?? identity.host;
  const found = await findEntry(segment, identity, claims, site);
  if (found !== null) {
    const story = await readStory(segment, found.key, found.entry);
    if (story !== null) {
      const { page, related, topics, followed } = story;
      return {
        kind: "article",
        site,
        match: found.match,
        topics,
        ...rankStory(page, related, segment.meta.thirds),
        omitted: found.entry.namedByCount - followed,
        thirds: segment.meta.thirds,
        dataSet: segment.meta.dataSet,
      };
    }
  }
  if (outlet === null) return { kind: "none" };
  const { thirds, dataSet } = segment.meta;
  return { kind: "outlet", site, outlet, thirds, dataSet };
}

async function findEntry(
  segment: SegmentReader,
  identity: UrlIdentity,
  claims: readonly AddressClaim[],
  site: string,
): Promise<{ key: string; entry: UrlEntry; match: PageMatch } | null> {
  const candidates: { identity: UrlIdentity; address: PageMatch["address"] }[] = [
    { identity, address: "page" },
  ];
  for (const claim of claims) {
    const claimed = urlIdentity(claim.url);
    if (claimed !== null && isWithin(claimed.host, site))
      candidates.push({ identity: claimed, address: claim.source });
  }
  const tried = new Set<string>();
  for (const { identity: candidate, address } of candidates) {
    if (tried.has(candidate.key)) continue;
    tried.add(candidate.key);
    const entry = await segment.url(candidate.key);
    if (entry !== null)
      return { key: candidate.key, entry, match: { address, rendition: identity.rendition } };
  }
  return null;
}

function isWithin(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

interface Story {
  readonly page: ArticleSummary;
  readonly topics: readonly string[];
  readonly related: readonly { readonly article: ArticleSummary; readonly reason: MatchReason }[];
  /** How many of the records that name the page were read. */
  readonly followed: number;
}

async function readStory(
  segment: SegmentReader,
  key: string,
  entry: UrlEntry,
): Promise<Story | null> {
  const places = entry.own === null ? entry.namedBy : [entry.own, ...entry.namedBy];
  const documents = await segment.documents(places);
  const own = entry.own === null ? null : (documents[0] ?? null);
  const naming = own === null ? documents : documents.slice(1);
  const [latest] = entry.namedBy;
  const page = own?.article ?? (latest && naming[0]?.related[latest[2]]);
  if (page === undefined) return null;

  const seen = new Set([key, urlKey(page.url)]);
  const related: { article: ArticleSummary; reason: MatchReason }[] = [];
  const add = (article: ArticleSummary, reason: MatchReason) => {
    const articleKey = urlKey(article.url);
    if (seen.has(articleKey)) return;
    seen.add(articleKey);
    related.push({ article, reason });
  };
  for (const article of own?.related ?? []) add(article, { kind: "named-by-page" });
  for (const { article } of naming) add(article, { kind: "names-page" });
  // A page with a record has its publisher's own list; the others' lists would only dilute it.
  if (own === null)
    for (const document of naming)
      for (const article of document.related)
        add(article, { kind: "named-together", by: document.article.outlet.name });
  const topics = [...new Set((own === null ? naming : [own]).flatMap(({ topics }) => topics))];
  return { page, topics, related, followed: naming.length };
}
