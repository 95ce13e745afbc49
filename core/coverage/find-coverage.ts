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
  const [outlet, entry] = await Promise.all([
    segment.outlet(identity.host),
    segment.url(identity.key),
  ]);
  const site = outlet?.site ?? identity.host;
  const { key, rendition } = identity;
  const found =
    entry === null
      ? await findClaimed(segment, identity, claims, site)
      : { key, entry, match: { address: "page", rendition } as const };
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

/** What is known under an address the page claims, the first claim that leads anywhere. */
async function findClaimed(
  segment: SegmentReader,
  { key: own, rendition }: UrlIdentity,
  claims: readonly AddressClaim[],
  site: string,
): Promise<{ key: string; entry: UrlEntry; match: PageMatch } | null> {
  const tried = new Set([own]);
  for (const { source, url } of claims) {
    const claimed = urlIdentity(url);
    if (claimed === null || tried.has(claimed.key) || !isWithin(claimed.host, site)) continue;
    tried.add(claimed.key);
    const entry = await segment.url(claimed.key);
    if (entry !== null) return { key: claimed.key, entry, match: { address: source, rendition } };
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
