import type { Corrections } from "../corrections/corrections.ts";
import type { PageFacts } from "../page/page-facts.ts";
import type { SegmentReader } from "../segment/segment-reader.ts";
import type { CountryNames } from "../story/country-names.ts";
import { urlKey } from "../url/url-key.ts";
import type { KnownSummary } from "./coverage.ts";
import { type FoundArticle, findByText, type OwnPlaces } from "./find-by-text.ts";
import { judgedMatch } from "./judged-match.ts";

/** What a page says of its story, and what the reader has said of it. */
export interface StoryQuestion {
  /** `null`: the page is not an article. */
  readonly facts: PageFacts | null;
  readCorrections(): Promise<Pick<Corrections, "has">>;
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
  own: OwnPlaces,
  { facts, readCorrections, loadCountryNames }: StoryQuestion,
): Promise<FoundStory> {
  const { title, excerpt, url, published } = page;
  const text = { title, excerpt, url, published, language: facts?.language ?? null };
  const [articles, corrections] = await Promise.all([
    loadCountryNames().then((countries) => findByText(text, segments, countries, own)),
    readCorrections(),
  ]);
  const found = articles.map((one) => ({
    article: one.article,
    reason: judgedMatch(page, one),
    key: urlKey(one.article.url) ?? one.article.url,
  }));
  const others = found.filter(({ key }) => !keys.includes(key));
  const isRejected = ({ key }: { key: string }) =>
    keys.some((pageKey) => corrections.has(pageKey, key));
  const kept = others.filter((one) => !isRejected(one));
  return {
    sameStory: kept.filter(({ reason }) => reason.kind === "same-story"),
    sameTopic: kept.filter(({ reason }) => reason.kind === "same-topic"),
    rejected: others.filter(isRejected),
  };
}
