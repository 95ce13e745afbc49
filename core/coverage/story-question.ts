import type { Corrections } from "../corrections/corrections.ts";
import type { PageFacts } from "../page/page-facts.ts";
import type { SegmentReader } from "../segment/segment-reader.ts";
import type { CountryNames } from "../story/words/country-names.ts";
import { urlKey } from "../url/url-key.ts";
import type { KnownSummary } from "./coverage.ts";
import { type FoundArticle, findByText, type PlacesIn } from "./find-by-text.ts";
import { judgedMatch } from "./judged-match.ts";

/** What a page says of its story, and what the reader has said of it. */
export interface StoryQuestion {
  /** `null`: the page is not an article. */
  readonly facts: PageFacts | null;
  readCorrections(): Promise<Pick<Corrections, "others">>;
  loadCountryNames(): Promise<CountryNames>;
}

/** A page that no data set has, as it describes itself; `null` when it is not an article. */
export function pageByFacts(
  { facts }: StoryQuestion,
  address: string,
  outlet: { readonly name: string; readonly domain: string },
): KnownSummary | null {
  if (facts === null) return null;
  return {
    title: facts.headline,
    excerpt: facts.description,
    url: address,
    published: facts.published,
    type: facts.type,
    outlet: { ...outlet, name: facts.outlet || outlet.name },
    quality: null,
    image: null,
    dataSets: [],
    band: null,
    thirds: null,
  };
}

/** What was found by a page's text, the surest first. */
export interface FoundStory {
  readonly sameStory: readonly FoundArticle[];
  readonly sameTopic: readonly FoundArticle[];
  /** What the reader said is another story. */
  readonly rejected: readonly FoundArticle[];
}

export const NOTHING_FOUND: FoundStory = { sameStory: [], sameTopic: [], rejected: [] };

/**
 * Looks for the story of a page in all data sets.
 *
 * @param keys of the page's addresses
 * @param own where the data sets describe the page itself
 * @throws UnreadableSegmentError
 */
export async function findPageStory(
  page: KnownSummary,
  keys: readonly string[],
  segments: readonly SegmentReader[],
  own: PlacesIn,
  { facts, readCorrections, loadCountryNames }: StoryQuestion,
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
    reason: judgedMatch(page, one),
    key: urlKey(one.article.url) ?? one.article.url,
  }));
  const others = found.filter(({ key }) => !keys.includes(key));
  const kept = others.filter(({ key }) => !isRejected.has(key));
  return {
    sameStory: kept.filter(({ reason }) => reason.verdict === "same-story"),
    sameTopic: kept.filter(({ reason }) => reason.verdict === "same-topic"),
    rejected: others.filter(({ key }) => isRejected.has(key)),
  };
}

/** Articles that the reader took out of one page's story and that are looked up before it is told: bounds the blocks read. */
const MAX_REJECTED = 40;

async function placesOf(
  keys: readonly string[],
  segments: readonly SegmentReader[],
): Promise<PlacesIn> {
  const places = segments.map(async (segment) => {
    const known = await Promise.all(keys.slice(0, MAX_REJECTED).map((key) => segment.article(key)));
    return [segment, known.flatMap((one) => one?.places ?? [])] as const;
  });
  return new Map(await Promise.all(places));
}
