import type { ArticlePlace } from "../segment/format.ts";
import type { SegmentReader } from "../segment/segment-reader.ts";
import type { PlacedText } from "../segment/segment-stories.ts";
import { findStory, type StoryMatch } from "../story/find-story.ts";
import type { StoryText } from "../story/words/article-words.ts";
import type { CountryNames } from "../story/words/country-names.ts";
import type { KnownSummary, TextMatch } from "./coverage.ts";
import { ArticleList, knownFrom } from "./known-articles.ts";

/** Articles shown of one story, and of its topic: bounds the records that are read. */
const MAX_SAME_STORY = 40;
const MAX_SAME_TOPIC = 8;

/** An article found by its text, and how sure that is. */
export interface FoundArticle {
  readonly article: KnownSummary;
  readonly reason: TextMatch;
}

/** Where data sets describe an article, or some. */
export type PlacesIn = ReadonlyMap<SegmentReader, readonly ArticlePlace[]>;

/**
 * The articles of all data sets that tell a page's story or are on its topic, the surest first.
 *
 * @param own where the page itself is described: that is no match
 * @param rejected where those are that the reader said tell another story
 * @throws UnreadableSegmentError
 */
export async function findByText(
  page: StoryText,
  segments: readonly SegmentReader[],
  countries: CountryNames,
  own: PlacesIn,
  rejected: Promise<PlacesIn>,
): Promise<FoundArticle[]> {
  const matches = await Promise.all(
    segments.map(async (segment) => {
      if (segment.stories === null) return [];
      const isPage = isOneOf(own.get(segment) ?? []);
      const isRejected = rejected.then((places) => isOneOf(places.get(segment) ?? []));
      // It fails as `rejected` does, of which the caller hears; the search may have failed before.
      isRejected.catch(() => undefined);
      const found = await findStory(page, segment.stories, countries, isPage, isRejected);
      return found.map((match) => ({ segment, match }));
    }),
  );
  const chosen = surest(matches.flat());
  const words = new ArticleList<object>();
  const found = new Map<KnownSummary, TextMatch>();
  const bySegment = Map.groupBy(chosen, ({ segment }) => segment);
  const summaries = new Map(
    await Promise.all(
      Array.from(bySegment, async ([segment, found]) => {
        const places = found.map(({ match }) => match.text.place);
        return [segment, await segment.articles(places)] as const;
      }),
    ),
  );
  // The first data set's word on an article counts, the surest one's on its story.
  for (const segment of segments) {
    const from = { dataSet: segment.meta.dataSet, thirds: segment.meta.thirds };
    for (const summary of summaries.get(segment) ?? []) words.add(knownFrom(summary, from), {});
  }
  for (const { segment, match } of chosen) {
    const at = bySegment.get(segment)?.findIndex((one) => one.match === match) ?? -1;
    const summary = summaries.get(segment)?.[at];
    const article = summary && words.get(summary);
    if (article === undefined || found.has(article)) continue;
    const { verdict, confidence, shared } = match;
    found.set(article, { kind: "similar-text", verdict, confidence, shared });
  }
  return Array.from(found, ([article, reason]) => ({ article, reason }));
}

function isOneOf(places: readonly ArticlePlace[]): (article: PlacedText) => boolean {
  return ({ place: { start, index, related } }) =>
    places.some((one) => one.start === start && one.index === index && one.related === related);
}

interface Found {
  readonly segment: SegmentReader;
  readonly match: StoryMatch<PlacedText>;
}

function surest(found: readonly Found[]): Found[] {
  const sorted = found.toSorted((a, b) => b.match.confidence - a.match.confidence);
  const of = (verdict: TextMatch["verdict"]) =>
    sorted.filter(({ match }) => match.verdict === verdict);
  return [
    ...of("same-story").slice(0, MAX_SAME_STORY),
    ...of("same-topic").slice(0, MAX_SAME_TOPIC),
  ];
}
