import type { ArticlePlace } from "../../core/segment/format.ts";
import type { Segment } from "../../core/segment/segment.ts";
import type { PlacedText } from "../../core/segment/segment-stories.ts";
import { TermCounts } from "../../core/story/match/term-counts.ts";
import { mergeByTime } from "../../core/today/merge-by-time.ts";
import { type SeenTimes, type TodayArticle, todayArticle } from "../../core/today/today-article.ts";
import type { OpenSegment } from "../indexing/open-segment.ts";

/** Articles are read from their segment so many at once. */
const READ_AT_ONCE = 256;

/** Articles by their segment and the place in it. */
export type ArticlesBySegment = ReadonlyMap<OpenSegment, ReadonlyMap<string, TodayArticle>>;

/** An article with what it is compared by. */
interface TextOfArticle {
  readonly article: TodayArticle;
  readonly text: PlacedText;
}

/**
 * The articles of some segments, each by its place. Of an article in several segments the newest version counts.
 *
 * @param open the newest segment first
 * @param from ms since 1970; earlier articles are left out
 * @param isThere whether an article is to be left out
 * @throws UnreadableSegmentError
 */
export async function readArticles(
  open: readonly OpenSegment[],
  from: number,
  times: SeenTimes,
  isThere: (article: TodayArticle) => boolean,
  pause: () => Promise<void>,
): Promise<ArticlesBySegment> {
  const found = new Map<OpenSegment, Map<string, TodayArticle>>();
  const seen = new Set<string>();
  for (const one of open) {
    const own = new Map<string, TodayArticle>();
    found.set(one, own);
    for await (const [place, summary] of articlesSince(one.segment, from)) {
      await pause();
      const article = todayArticle(summary, times);
      if (article === null || seen.has(article.key)) continue;
      seen.add(article.key);
      if (!isThere(article)) own.set(placeId(place), article);
    }
  }
  return found;
}

/** How many articles there are in all segments. */
export function sizeOf(articles: ArticlesBySegment): number {
  return Array.from(articles.values(), ({ size }) => size).reduce((sum, size) => sum + size, 0);
}

/**
 * How often each term occurs in the articles.
 *
 * @throws UnreadableSegmentError
 */
export async function countTerms(
  articles: ArticlesBySegment,
  from: number,
  pause: () => Promise<void>,
): Promise<TermCounts> {
  const counts = new TermCounts();
  for (const [{ segment }, own] of articles)
    for await (const texts of segment.stories?.since(from) ?? []) {
      for (const { place, terms } of texts) if (own.has(placeId(place))) counts.add(terms);
      await pause();
    }
  return counts;
}

/**
 * The articles of all segments with their texts, in order of time.
 *
 * @throws UnreadableSegmentError
 */
export function textsInOrder(
  articles: ArticlesBySegment,
  from: number,
): AsyncIterable<TextOfArticle> {
  const streams = Array.from(articles)
    .filter(([, own]) => own.size > 0)
    .map(([{ segment }, own]) => textsOf(segment, own, from));
  return mergeByTime(streams, ({ article }) => article.published);
}

async function* textsOf(
  { stories }: Segment,
  articles: ReadonlyMap<string, TodayArticle>,
  from: number,
): AsyncGenerator<readonly TextOfArticle[]> {
  for await (const texts of stories?.since(from) ?? [])
    yield texts.flatMap((text) => {
      const article = articles.get(placeId(text.place));
      return article === undefined ? [] : [{ article, text }];
    });
}

/** The articles of a segment from a time on. Its source is read in its own order, so that each block is read once. */
async function* articlesSince(segment: Segment, from: number) {
  const places: ArticlePlace[] = [];
  for await (const texts of segment.stories?.since(from) ?? [])
    for (const { place } of texts) places.push(place);
  places.sort((a, b) => a.start - b.start);
  for (let i = 0; i < places.length; i += READ_AT_ONCE) {
    const some = places.slice(i, i + READ_AT_ONCE);
    const articles = await segment.articles(some);
    for (const [n, article] of articles.entries())
      yield [some[n] as ArticlePlace, article] as const;
  }
}

function placeId({ start, index }: ArticlePlace): string {
  return `${start}/${index}`;
}
