import { DAY } from "../durations.ts";
import type {
  KnownSummary,
  MatchReason,
  RankedArticle,
  RelatedArticle,
  StoryCopy,
} from "./coverage.ts";

/** An article of a story before it is ranked. */
export interface StoryArticle {
  readonly article: KnownSummary;
  readonly reason: MatchReason;
  /** Copies of the same text, earliest first. */
  readonly copies?: readonly StoryArticle[];
  /** Whether it has the text of the page. */
  readonly hasPageText?: boolean;
}

const BAND_ORDER = { upper: 3, middle: 2, lower: 1 } as const;

/**
 * Ranks a story's articles, copies included, by quality and finds out which was first.
 *
 * First is the earliest one, or all with the same earliest time. A date without a time of day is stored as midnight
 * UTC. If the earliest time is such a date, it is first only when no other article is of that day; otherwise any of
 * that day may have been first, so none is marked.
 *
 * `rank` is the number of articles that the same data set rates better, plus one (standard competition ranking).
 * Articles that a record names come first, by third and then by quality, followed by those found by their text, the
 * most confident first. Equals keep the given order.
 */
export function rankStory(
  page: KnownSummary,
  related: readonly StoryArticle[],
): {
  readonly page: RankedArticle;
  readonly related: readonly RelatedArticle[];
  readonly rated: number;
} {
  const all = [page, ...related.flatMap(withCopies).map(({ article }) => article)];
  const first = firstTime(all.map(({ published }) => published).filter((time) => time !== null));
  const onScaleOf = ({ dataSets: [dataSet] }: KnownSummary) =>
    all.filter(({ dataSets, quality }) => quality !== null && dataSets[0] === dataSet);

  const ranked = (article: KnownSummary): RankedArticle => {
    const { quality, published } = article;
    const better = onScaleOf(article).filter((other) => (other.quality ?? 0) > (quality ?? 0));
    return {
      ...article,
      rank: quality === null ? null : better.length + 1,
      isFirst: published !== null && published === first,
      outletQuality: null,
    };
  };
  const shown = related.map((one) => entryOf(page, one, ranked));
  return {
    page: ranked(page),
    related: [
      ...shown.filter(({ reason }) => reason.kind !== "similar-text").sort(bestFirst),
      ...shown.filter(({ reason }) => reason.kind === "similar-text").sort(mostConfidentFirst),
    ],
    rated: onScaleOf(page).length,
  };
}

/** Articles that are shown beside the story and have no rank in it. */
export function unranked(page: KnownSummary, articles: readonly StoryArticle[]): RelatedArticle[] {
  const withoutRank = { rank: null, isFirst: false, outletQuality: null };
  return articles.map((one) => entryOf(page, one, (article) => ({ ...article, ...withoutRank })));
}

function withCopies(entry: StoryArticle): StoryArticle[] {
  return [entry, ...(entry.copies ?? [])];
}

/** An entry of the answer with its copies, each ranked by `ranked`. */
function entryOf(
  page: KnownSummary,
  entry: StoryArticle,
  ranked: (article: KnownSummary) => RankedArticle,
): RelatedArticle {
  const [first, ...copies] = withCopies(entry).map(
    ({ article, reason }): StoryCopy => ({
      ...ranked(article),
      reason,
      delay: delayOf(article, page),
    }),
  );
  const hasPageText = entry.hasPageText === true;
  return { ...(first as StoryCopy), copies, ...(hasPageText && { hasPageText }) };
}

/** The time of the first article; `null` when it is not known which was first. */
function firstTime(times: readonly number[]): number | null {
  const earliest = Math.min(...times);
  const isDate = earliest % DAY === 0;
  const ofThatDay = times.filter((time) => time < earliest + DAY);
  return times.length < 2 || (isDate && ofThatDay.length > 1) ? null : earliest;
}

function delayOf({ published }: KnownSummary, page: KnownSummary): number | null {
  return published === null || page.published === null ? null : published - page.published;
}

function mostConfidentFirst({ reason: a }: RelatedArticle, { reason: b }: RelatedArticle): number {
  if (a.kind !== "similar-text" || b.kind !== "similar-text") return 0;
  return b.confidence - a.confidence;
}

/** Compares articles by third, then by quality; unrated ones come last. */
export function bestFirst(a: KnownSummary, b: KnownSummary): number {
  if (a.quality === null || b.quality === null)
    return Number(a.quality === null) - Number(b.quality === null);
  const band = ({ band }: KnownSummary) => (band === null ? 0 : BAND_ORDER[band]);
  return band(b) - band(a) || b.quality - a.quality;
}
