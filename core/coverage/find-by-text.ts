import { DAY } from "../durations.ts";
import type { ArticleSummary } from "../segment/article-summary.ts";
import type { ArticlePlace } from "../segment/format.ts";
import type { Segment } from "../segment/segment.ts";
import type { PlacedText, SegmentStories } from "../segment/segment-stories.ts";
import { findStory, type StoryMatch } from "../story/find-story.ts";
import { publishedOrAddressDate } from "../story/words/address-date.ts";
import type { StoryText } from "../story/words/article-words.ts";
import type { CountryNames } from "../story/words/country-names.ts";
import type { KnownSummary, TextMatch } from "./coverage.ts";
import { ArticleList, knownSummary } from "./known-articles.ts";

/** Most articles shown of one story and on its topic, which bounds the records that are read. */
const MAX_SAME_STORY = 40;
const MAX_SAME_TOPIC = 8;

/** Articles further apart do not tell the same story: their closeness in time (`timeCloseness`) is 3 % of the highest. */
const FAR_MS = 30 * DAY;

/** An article found by its text, and why. */
export interface FoundArticle {
  readonly article: KnownSummary;
  readonly reason: TextMatch;
}

/** In which places each segment describes one or several articles. */
export type PlacesBySegment = ReadonlyMap<Segment, readonly ArticlePlace[]>;

/**
 * The articles of all data sets that tell a page's story or are on its topic, the most confident first.
 *
 * @param own where the page itself is described, which is no match
 * @param rejected where the articles are described that the user said tell another story
 * @throws UnreadableSegmentError
 */
export async function findByText(
  page: StoryText,
  segments: readonly Segment[],
  countries: CountryNames,
  own: PlacesBySegment,
  rejected: Promise<PlacesBySegment>,
): Promise<FoundArticle[]> {
  const matches = await Promise.all(
    segments.map(async (segment) => {
      if (segment.stories === null || !isNear(page, segment.stories)) return [];
      const isPage = isOneOf(own.get(segment) ?? []);
      const isRejected = rejected.then((places) => isOneOf(places.get(segment) ?? []));
      // The caller handles a failure of `rejected`; without this it would be reported as unhandled if the search fails first.
      isRejected.catch(() => undefined);
      const found = await findStory(page, segment.stories, countries, isPage, isRejected);
      return found.map((match) => ({ segment, match }));
    }),
  );
  const chosen = mostConfident(matches.flat());
  const summaries = await summariesOf(chosen);
  // The first data set decides what is shown of an article, the most confident match why it is shown.
  const articles = new ArticleList<object>();
  for (const segment of segments) {
    const source = { dataSet: segment.meta.dataSet, thirds: segment.meta.thirds };
    for (const one of chosen) {
      const summary = one.segment === segment ? summaries.get(one) : undefined;
      if (summary !== undefined) articles.add(knownSummary(summary, source), {});
    }
  }
  const reasons = new Map<KnownSummary, TextMatch>();
  for (const one of chosen) {
    const summary = summaries.get(one);
    const article = summary && articles.get(summary);
    if (article === undefined || reasons.has(article)) continue;
    const { verdict, confidence, shared } = one.match;
    reasons.set(article, { kind: "similar-text", verdict, confidence, shared });
  }
  return Array.from(reasons, ([article, reason]) => ({ article, reason }));
}

/**
 * Whether a segment may have articles about what a page tells. Of a published data set each file holds a day or a month:
 * of a year's files, few are searched.
 */
export function isNear(
  { published, url }: Pick<StoryText, "published" | "url">,
  { span }: Pick<SegmentStories, "span">,
): boolean {
  const time = publishedOrAddressDate(published, url ?? "");
  if (span === null || time === null) return true;
  return time >= span.from - FAR_MS && time <= span.to + FAR_MS;
}

/** The articles of the matches; each segment is read once. */
async function summariesOf(found: readonly Found[]): Promise<ReadonlyMap<Found, ArticleSummary>> {
  const bySegment = Map.groupBy(found, ({ segment }) => segment);
  const read = Array.from(bySegment, async ([segment, own]) => {
    const articles = await segment.articles(own.map(({ match }) => match.text.place));
    return articles.flatMap((article, i) => {
      const one = own[i];
      return one === undefined ? [] : [[one, article] as const];
    });
  });
  return new Map((await Promise.all(read)).flat());
}

function isOneOf(places: readonly ArticlePlace[]): (article: PlacedText) => boolean {
  return ({ place: { start, index, related } }) =>
    places.some((one) => one.start === start && one.index === index && one.related === related);
}

/** A match, with the segment it was found in. */
interface Found {
  readonly segment: Segment;
  readonly match: StoryMatch<PlacedText>;
}

/** The matches to show: stories first, each kind in order of confidence. */
function mostConfident(found: readonly Found[]): Found[] {
  const sorted = found.toSorted((a, b) => b.match.confidence - a.match.confidence);
  const withVerdict = (verdict: TextMatch["verdict"]) =>
    sorted.filter(({ match }) => match.verdict === verdict);
  return [
    ...withVerdict("same-story").slice(0, MAX_SAME_STORY),
    ...withVerdict("same-topic").slice(0, MAX_SAME_TOPIC),
  ];
}
