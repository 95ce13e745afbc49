import type { Corrections } from "../corrections/corrections.ts";
import type { PageFacts } from "../page/page-facts.ts";
import { NO_DETAILS } from "../segment/article-summary.ts";
import type { Segment } from "../segment/segment.ts";
import type { CountryNames } from "../story/words/country-names.ts";
import { addressKey } from "../url/url-key.ts";
import { adjustMatch } from "./adjust-match.ts";
import type { KnownSummary } from "./coverage.ts";
import { type FoundArticle, findByText, type PlacesBySegment } from "./find-by-text.ts";

/** What the story of a page is looked up with: what the page says, and what the user said about its story. */
export interface StoryQuery {
  /** `null`: the page is not an article. */
  readonly facts: PageFacts | null;
  readCorrections(): Promise<Pick<Corrections, "others">>;
  loadCountryNames(): Promise<CountryNames>;
}

/** A page that no data set has, as it describes itself; `null` when it is not an article. */
export function pageFromFacts(
  { facts }: StoryQuery,
  address: string,
  outlet: { readonly name: string; readonly domain: string },
): KnownSummary | null {
  if (facts === null) return null;
  return {
    ...NO_DETAILS,
    title: facts.headline,
    excerpt: facts.description,
    url: address,
    published: facts.published,
    type: facts.type,
    language: facts.language,
    marks: facts.marks,
    outlet: { ...outlet, name: facts.outlet || outlet.name },
    dataSets: [],
    band: null,
    thirds: null,
  };
}

/** What was found by a page's text, the most confident first in each list. */
export interface FoundStory {
  readonly sameStory: readonly FoundArticle[];
  readonly sameTopic: readonly FoundArticle[];
  /** Articles that the user said tell another story. */
  readonly rejected: readonly FoundArticle[];
}

export const NOTHING_FOUND: FoundStory = { sameStory: [], sameTopic: [], rejected: [] };

/**
 * Looks for the story of a page in all segments.
 *
 * @param keys URL keys of the page's addresses
 * @param own where the segments describe the page itself
 * @throws UnreadableSegmentError
 */
export async function findPageStory(
  page: KnownSummary,
  keys: readonly string[],
  segments: readonly Segment[],
  own: PlacesBySegment,
  { facts, readCorrections, loadCountryNames }: StoryQuery,
): Promise<FoundStory> {
  const { title, excerpt, url, published } = page;
  const text = { title, excerpt, url, published, language: facts?.language ?? null };
  const rejectedKeys = readCorrections().then(
    (corrections) => new Set(keys.flatMap((key) => corrections.others(key))),
  );
  const rejected = rejectedKeys.then((found) => placesOf([...found], segments));
  const [articles, isRejected] = await Promise.all([
    loadCountryNames().then((countries) => findByText(text, segments, countries, own, rejected)),
    rejectedKeys,
    rejected,
  ]);
  const found = articles.map((one) => ({
    article: one.article,
    reason: adjustMatch(page, one),
    key: addressKey(one.article.url),
  }));
  const others = found.filter(({ key }) => !keys.includes(key));
  const kept = others.filter(({ key }) => !isRejected.has(key));
  return {
    sameStory: kept.filter(({ reason }) => reason.verdict === "same-story"),
    sameTopic: kept.filter(({ reason }) => reason.verdict === "same-topic"),
    rejected: others.filter(({ key }) => isRejected.has(key)),
  };
}

/** Most articles rejected from one page's story that are looked up for it, which bounds the blocks that are read. */
const MAX_REJECTED = 40;

/** Where the segments describe the articles of some keys. */
async function placesOf(
  keys: readonly string[],
  segments: readonly Segment[],
): Promise<PlacesBySegment> {
  const places = segments.map(async (segment) => {
    const known = await Promise.all(keys.slice(0, MAX_REJECTED).map((key) => segment.article(key)));
    return [segment, known.flatMap((one) => one?.places ?? [])] as const;
  });
  return new Map(await Promise.all(places));
}
