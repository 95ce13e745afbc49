import type { DataSetInfo } from "../data-set/data-set.ts";
import type { AddressClaim } from "../page/address-claims.ts";
import type { OutletProfile } from "../segment/format.ts";
import type { KnownArticle, Segment } from "../segment/segment.ts";
import { type UrlIdentity, urlIdentity } from "../url/url-key.ts";
import type { ArticleCoverage, Coverage, KnownSummary, PageMatch } from "./coverage.ts";
import { isNear } from "./find-by-text.ts";
import {
  type FoundStory,
  findPageStory,
  NOTHING_FOUND,
  pageFromFacts,
  type StoryQuery,
} from "./find-page-story.ts";
import { type Finding, findings } from "./findings.ts";
import { foldStory } from "./fold-story.ts";
import { ArticleList } from "./known-articles.ts";
import { outletCoverage } from "./outlet-coverage.ts";
import { withOutletQuality } from "./outlet-quality.ts";
import { rankStory, type StoryArticle, unranked } from "./rank-story.ts";
import { recordedStory } from "./recorded-story.ts";

/**
 * The answer for a page, from all segments: its own record or one that names it, and the articles whose
 * texts tell the same story; else its outlet; else nothing. An article that is in several segments counts once.
 *
 * The page's address is tried first, then the addresses that the page claims to have, but only those within
 * its own site: a page cannot pass itself off as another outlet's.
 *
 * Blocks read of each segment, besides `meta`: at most 4 for the outlet, one for each distinct address
 * (5), 1 + `MAX_NAMED_BY` for the records or 1 for the outlet's latest articles. For the story, what `StoryIndexReader`
 * says, the records of the articles found, and the addresses of the articles that the user rejected (at most 40, like
 * the page's own). For the outlets of unrated articles 4 each, of at most ten outlets, in segments
 * that rate at least three articles.
 *
 * @param opening the segments, the one whose data are preferred first; the page's address is parsed while they open
 * @param address the page's address as the browser gives it
 * @param query `null` when the story is not to be looked for
 * @throws UnreadableSegmentError
 */
export async function findCoverage(
  opening: readonly Segment[] | Promise<readonly Segment[]>,
  address: string,
  claims: readonly AddressClaim[],
  query: StoryQuery | null = null,
): Promise<Coverage> {
  const identity = urlIdentity(address);
  const segments = await opening;
  if (identity === null) return { kind: "none" };
  prepareSearch(segments, address, query);
  const { outlets, site, recorded } = await findByAddress(segments, identity, claims);
  const story = recorded === null ? null : recordedStory(recorded.key, recorded.known);
  const outlet = { name: outlets[0]?.found.name ?? site, domain: site };
  const page = story?.page ?? (query && pageFromFacts(query, address, outlet));
  if (page === null) return outletCoverage(outlets, site);
  const keys = [identity.key, ...(story?.keys ?? [])];
  const own = new Map(recorded?.known.map(({ segment, found }) => [segment, found.places]));
  const found =
    query === null ? NOTHING_FOUND : await findPageStory(page, keys, segments, own, query);
  const assembled = await withOutletQuality(
    assembleStory(page, story?.related ?? [], found),
    segments,
    recorded !== null,
  );
  if (story === null && found.sameStory.length === 0) {
    const answer = await outletCoverage(outlets, site);
    const { sameTopic, rejected } = assembled;
    if (answer.kind === "outlet") return { ...answer, sameTopic, rejected };
    // The popup shows what is on the topic, and lets the user take back a rejection, even if nothing else is known.
    if (rejected.length + sameTopic.length === 0) return answer;
  }
  return {
    kind: "article",
    site,
    match: recorded?.match ?? null,
    topics: story?.topics ?? [],
    ...assembled,
    omitted: recorded?.known.reduce((sum, { found }) => sum + found.omitted, 0) ?? 0,
    dataSets: dataSetsOf(segments, assembled),
  };
}

/** Starts to load what the search for a story will need. If that fails, the search reports it. */
function prepareSearch(
  segments: readonly Segment[],
  address: string,
  query: StoryQuery | null,
): void {
  if (query === null || query.facts === null) return;
  query.loadCountryNames().catch(() => undefined);
  const text = { published: query.facts.published, url: address };
  for (const { stories } of segments)
    if (stories !== null && isNear(text, stories)) stories.prepare();
}

/** What is known of a page under one of its addresses. */
interface RecordedPage {
  readonly key: string;
  readonly known: readonly Finding<KnownArticle>[];
  readonly match: PageMatch;
}

/** What the segments have on a page's outlet, its site, and what they have on the page itself. */
async function findByAddress(
  segments: readonly Segment[],
  identity: UrlIdentity,
  claims: readonly AddressClaim[],
): Promise<{
  readonly outlets: readonly Finding<OutletProfile>[];
  readonly site: string;
  readonly recorded: RecordedPage | null;
}> {
  const { host, key, rendition } = identity;
  const [outlets, known] = await Promise.all([
    findings(segments, (segment) => segment.outlet(host)),
    findings(segments, (segment) => segment.article(key)),
  ]);
  const site = outlets[0]?.found.site ?? host;
  const recorded: RecordedPage | null =
    known.length > 0
      ? { key, known, match: { address: "page", rendition } }
      : await findClaimed(segments, identity, claims, site);
  return { outlets, site, recorded };
}

/**
 * What is known under an address that the page claims, from the first claim that leads to something. JSON-LD may describe
 * other articles too, so it counts only if no canonical link within the site contradicts it.
 */
async function findClaimed(
  segments: readonly Segment[],
  { key: own, rendition }: UrlIdentity,
  claims: readonly AddressClaim[],
  site: string,
): Promise<RecordedPage | null> {
  const tried = new Set([own]);
  let hasCanonical = false;
  for (const { source, url } of claims) {
    const claimed = urlIdentity(url);
    if (claimed === null || !isWithin(claimed.host, site)) continue;
    hasCanonical ||= source === "canonical";
    if (tried.has(claimed.key) || (source === "json-ld" && hasCanonical)) continue;
    tried.add(claimed.key);
    const known = await findings(segments, (segment) => segment.article(claimed.key));
    if (known.length > 0) return { key: claimed.key, known, match: { address: source, rendition } };
  }
  return null;
}

function isWithin(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

type AssembledStory = Pick<
  ArticleCoverage,
  "page" | "related" | "rated" | "counts" | "sameTopic" | "rejected"
>;

/**
 * A page's story from the articles that records name and those found by their text: each article once,
 * copies of one text folded, and ranked.
 */
function assembleStory(
  page: KnownSummary,
  named: readonly StoryArticle[],
  found: FoundStory,
): AssembledStory {
  const list = new ArticleList<Pick<StoryArticle, "reason">>();
  for (const { article, reason } of named) list.add(article, { reason });
  // An article that a record names belongs to the story, whatever its text is like.
  const withoutNamed = (articles: readonly StoryArticle[]) => {
    const others = articles.filter(({ article }) => list.get(article) === undefined);
    return unranked(page, foldStory(page, others).related);
  };
  const sameTopic = withoutNamed(found.sameTopic);
  const rejected = withoutNamed(found.rejected);
  for (const { article, reason } of found.sameStory) list.add(article, { reason });
  const { related, counts } = foldStory(page, list.values());
  return { ...rankStory(page, related), sameTopic, rejected, counts };
}

/** The data sets that the page and its related articles come from. */
function dataSetsOf(
  segments: readonly Segment[],
  { page, related }: Pick<AssembledStory, "page" | "related">,
): DataSetInfo[] {
  const articles = [page, ...related, ...related.flatMap(({ copies }) => copies)];
  const ids = new Set(articles.flatMap(({ dataSets }) => dataSets));
  // One data set may have several segments.
  const byId = new Map(segments.map(({ meta: { dataSet } }) => [dataSet.id, dataSet]));
  return [...byId.values()].filter(({ id }) => ids.has(id));
}
