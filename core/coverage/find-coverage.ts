import { type DataSetInfo, LIVE_DATA_SET_ID } from "../data-set/data-set.ts";
import type { AddressClaim } from "../page/page-addresses.ts";
import { MAX_LATEST, type OutletProfile } from "../segment/format.ts";
import type { KnownArticle, SegmentReader } from "../segment/segment-reader.ts";
import { type UrlIdentity, urlIdentity, urlKey } from "../url/url-key.ts";
import type {
  ArticleCoverage,
  Coverage,
  KnownSummary,
  OutletCoverage,
  OutletRating,
  PageMatch,
} from "./coverage.ts";
import { foldStory } from "./fold-story.ts";
import { ArticleList, knownFrom, mergeKnown } from "./known-articles.ts";
import { withOutletQuality } from "./outlet-quality.ts";
import { rankStory, type StoryArticle, unranked } from "./rank-story.ts";
import {
  type FoundStory,
  findPageStory,
  NOTHING_FOUND,
  pageByFacts,
  type StoryQuestion,
} from "./story-question.ts";

/** What a segment has on a page or its outlet, with the segment. */
interface Finding<Found> {
  readonly segment: SegmentReader;
  readonly found: Found;
}

/**
 * The answer for a page: its own record or a record that names it, and the articles that tell its
 * story by their text; else its outlet, else nothing; out of all segments, where the same article in
 * two of them is one article.
 *
 * The page's address is tried first, then what the page claims to be its address, but only within
 * its own site: a page cannot pass itself off as another outlet's.
 *
 * Reads of each segment, besides `meta`: at most 4 blocks for the outlet, one for each distinct
 * address (5), and 1 + `MAX_NAMED_BY` for the records or 1 for the outlet's latest articles; for the
 * story what `StoryIndexReader` says, the records of what was found, and the addresses of what the reader
 * took out of it (40 at most, as the page's own); for the outlets of articles
 * that are not rated 4 each, of ten outlets at most, in segments that rate three articles or more.
 *
 * @param opening the segments in the order in which their word counts; the page's address is taken
 * apart meanwhile
 * @param address the page's address as the browser gives it
 * @param question `null`: the story is not looked for
 * @throws UnreadableSegmentError
 */
export async function findCoverage(
  opening: readonly SegmentReader[] | Promise<readonly SegmentReader[]>,
  address: string,
  claims: readonly AddressClaim[],
  question: StoryQuestion | null = null,
): Promise<Coverage> {
  const identity = urlIdentity(address);
  const segments = await opening;
  if (identity === null) return { kind: "none" };
  if (question !== null && question.facts !== null) {
    // What the search begins with is read meanwhile; a failure is met there.
    question.loadCountryNames().catch(() => undefined);
    for (const { stories } of segments) stories?.prepare();
  }
  const [outlets, known] = await Promise.all([
    findings(segments, (segment) => segment.outlet(identity.host)),
    findings(segments, (segment) => segment.article(identity.key)),
  ]);
  const site = outlets[0]?.found.site ?? identity.host;
  const { key, rendition } = identity;
  const recorded =
    known.length > 0
      ? { key, known, match: { address: "page", rendition } as const }
      : await findClaimed(segments, identity, claims, site);
  const story = recorded === null ? null : mergeStories(recorded.key, recorded.known);
  const outlet = { name: outlets[0]?.found.name ?? site, domain: site };
  const page = story?.page ?? (question && pageByFacts(question, address, outlet));
  if (page === null) return outletCoverage(outlets, site);
  const keys = [identity.key, ...(story?.keys ?? [])];
  const own = new Map(recorded?.known.map(({ segment, found }) => [segment, found.places]));
  const found =
    question === null ? NOTHING_FOUND : await findPageStory(page, keys, segments, own, question);
  const told = await withOutletQuality(
    tellStory(page, story?.related ?? [], found),
    segments,
    recorded !== null,
  );
  if (story === null && found.sameStory.length === 0) {
    const answer = await outletCoverage(outlets, site);
    const { sameTopic, rejected } = told;
    if (answer.kind === "outlet") return { ...answer, sameTopic, rejected };
    // What is on the topic is told in the popup, and what was rejected can be had back, also where nothing else is known.
    if (rejected.length + sameTopic.length === 0) return answer;
  }
  return {
    kind: "article",
    site,
    match: recorded?.match ?? null,
    topics: story?.topics ?? [],
    ...told,
    omitted: recorded?.known.reduce((sum, { found }) => sum + found.omitted, 0) ?? 0,
    dataSets: dataSetsOf(segments, told),
  };
}

type Told = Pick<
  ArticleCoverage,
  "page" | "related" | "rated" | "counts" | "sameTopic" | "rejected"
>;

/** A page's story of what records name and what was found by its text: each article once, copies folded, ranked. */
function tellStory(page: KnownSummary, named: readonly StoryArticle[], found: FoundStory): Told {
  const list = new ArticleList<Pick<StoryArticle, "reason">>();
  for (const { article, reason } of named) list.add(article, { reason });
  // What a record names is of the story, whatever its text is like.
  const apart = (articles: readonly StoryArticle[]) => {
    const others = articles.filter(({ article }) => list.get(article) === undefined);
    return unranked(page, foldStory(page, others).related);
  };
  const beside = { sameTopic: apart(found.sameTopic), rejected: apart(found.rejected) };
  for (const { article, reason } of found.sameStory) list.add(article, { reason });
  const { related, counts } = foldStory(page, list.values());
  return { ...rankStory(page, related), ...beside, counts };
}

/** The data sets that had something to say. */
function dataSetsOf(
  segments: readonly SegmentReader[],
  { page, related }: Pick<Told, "page" | "related">,
): DataSetInfo[] {
  const articles = [page, ...related, ...related.flatMap(({ copies }) => copies)];
  const ids = new Set(articles.flatMap(({ dataSets }) => dataSets));
  // One data set may lie in several segments.
  const byId = new Map(segments.map(({ meta: { dataSet } }) => [dataSet.id, dataSet]));
  return [...byId.values()].filter(({ id }) => ids.has(id));
}

async function findings<Found>(
  segments: readonly SegmentReader[],
  find: (segment: SegmentReader) => Promise<Found | null>,
): Promise<Finding<Found>[]> {
  const found = await Promise.all(segments.map(find));
  return segments.flatMap((segment, i) => {
    const one = found[i];
    return one == null ? [] : [{ segment, found: one }];
  });
}

/**
 * What is known under an address the page claims, the first claim that leads anywhere. JSON-LD describes
 * other articles too, so its word counts only where no canonical link within the site has the last.
 */
async function findClaimed(
  segments: readonly SegmentReader[],
  { key: own, rendition }: UrlIdentity,
  claims: readonly AddressClaim[],
  site: string,
): Promise<{ key: string; known: Finding<KnownArticle>[]; match: PageMatch } | null> {
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

interface Story {
  readonly page: KnownSummary;
  /** Of its addresses, by which the data sets may each know it. */
  readonly keys: readonly string[];
  readonly topics: readonly string[];
  readonly related: readonly StoryArticle[];
}

function isLive({ meta }: SegmentReader): boolean {
  return meta.dataSet.id === LIVE_DATA_SET_ID;
}

function mergeStories(key: string, known: readonly Finding<KnownArticle>[]): Story {
  const hasOwn = known.some(({ found }) => found.own !== null);
  // A feed has no word on what is related.
  const hasList = known.some(({ segment, found }) => found.own !== null && !isLive(segment));
  const pages: { page: KnownSummary; isOwn: boolean }[] = [];
  const list = new ArticleList<Pick<StoryArticle, "reason">>();
  const topics = new Set<string>();
  for (const { segment, found } of known) {
    const from = { dataSet: segment.meta.dataSet, thirds: segment.meta.thirds };
    const { own, namedBy } = found;
    const naming = namedBy.map(({ document }) => document);
    const page = own?.article ?? namedBy[0]?.as;
    if (page !== undefined) pages.push({ page: knownFrom(page, from), isOwn: own !== null });
    for (const article of own?.related ?? [])
      list.add(knownFrom(article, from), { reason: { kind: "named-by-page" } });
    for (const { article } of naming)
      list.add(knownFrom(article, from), { reason: { kind: "names-page" } });
    // A page with a record has its publisher's own list; the others' lists would only dilute it.
    if (!hasList)
      for (const { article: by, related } of naming)
        for (const article of related)
          list.add(knownFrom(article, from), {
            reason: { kind: "named-together", by: by.outlet.name },
          });
    const said = hasOwn ? [own] : naming;
    for (const topic of said.flatMap((document) => document?.topics ?? [])) topics.add(topic);
  }
  // Its own record says more of a page than what others say of it.
  pages.sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
  const keys = [key, ...pages.flatMap(({ page }) => urlKey(page.url) ?? [])];
  for (const pageKey of keys) list.delete(pageKey);
  const page = pages.map(({ page }) => page).reduce(mergeKnown);
  return { page, keys, topics: [...topics], related: list.values() };
}

/** What is known of an outlet; nothing when no segment knows it. */
async function outletCoverage(
  outlets: readonly Finding<OutletProfile>[],
  site: string,
): Promise<OutletCoverage | { readonly kind: "none" }> {
  const sorted = [...outlets].sort((a, b) => b.found.articles - a.found.articles);
  const [largest] = sorted;
  if (largest === undefined) return { kind: "none" };
  const list = new ArticleList<object>();
  for (const { segment, found } of outlets) {
    const from = { dataSet: segment.meta.dataSet, thirds: segment.meta.thirds };
    for (const article of await segment.latest(found)) list.add(knownFrom(article, from), {});
  }
  const time = ({ published }: KnownSummary) => published ?? Number.NEGATIVE_INFINITY;
  return {
    kind: "outlet",
    site,
    name: largest.found.name,
    ratings: ratingsOf(outlets),
    sameTopic: [],
    rejected: [],
    latest: list
      .values()
      .map(({ article }) => article)
      .sort((a, b) => (time(a) === time(b) ? 0 : time(b) - time(a)))
      .slice(0, MAX_LATEST),
  };
}

/** What each data set says of an outlet, the one with most articles first; of several segments of one, their sum. */
function ratingsOf(outlets: readonly Finding<OutletProfile>[]): OutletRating[] {
  const ratings = new Map<string, OutletRating>();
  for (const { segment, found } of outlets) {
    const { dataSet, thirds } = segment.meta;
    const { articles, rated, quality } = ratings.get(dataSet.id) ?? NO_RATING;
    ratings.set(dataSet.id, {
      dataSet,
      articles: articles + found.articles,
      rated: rated + found.rated,
      quality: quality ?? found.quality,
      thirds,
    });
  }
  return [...ratings.values()].sort((a, b) => b.articles - a.articles);
}

const NO_RATING = { articles: 0, rated: 0, quality: null } as const;
