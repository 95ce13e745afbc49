import type {
  KnownSummary,
  MatchReason,
  RankedArticle,
  RelatedArticle,
  StoryCopy,
} from "./coverage.ts";

/** A story's article before it is ranked. */
export interface StoryArticle {
  readonly article: KnownSummary;
  readonly reason: MatchReason;
  /** The same text elsewhere, earliest first. */
  readonly copies?: readonly StoryArticle[];
}

/** ms. */
const DAY = 86_400_000;

const BAND_ORDER = { upper: 3, middle: 2, lower: 1 } as const;

/**
 * Ranks a story's articles, copies of a text included, by quality and finds who was first: the earliest, or all of one time. The
 * first moment of a day (UTC) stands for a date without a clock, as it is read; such a date is first when
 * no other article is of that day, else nobody is, since any of that day may have been.
 *
 * `rank` counts the articles that the same data set rates better, plus one (standard competition
 * ranking). Those that a record names come best first, by third and then by quality; those found by
 * their text follow, the surest first; what is equal keeps the given order.
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
      ...shown.filter(({ reason }) => reason.kind === "similar-text").sort(surestFirst),
    ],
    rated: onScaleOf(page).length,
  };
}

/** Articles beside the story, which have no rank in it. */
export function unranked(page: KnownSummary, articles: readonly StoryArticle[]): RelatedArticle[] {
  const standing = { rank: null, isFirst: false, outletQuality: null };
  return articles.map((one) => entryOf(page, one, (article) => ({ ...article, ...standing })));
}

function withCopies(entry: StoryArticle): StoryArticle[] {
  return [entry, ...(entry.copies ?? [])];
}

/** An entry with its copies, each as `standing` places it. */
function entryOf(
  page: KnownSummary,
  entry: StoryArticle,
  standing: (article: KnownSummary) => RankedArticle,
): RelatedArticle {
  const [first, ...copies] = withCopies(entry).map(
    ({ article, reason }): StoryCopy => ({
      ...standing(article),
      reason,
      delay: delayOf(article, page),
    }),
  );
  return { ...(first as StoryCopy), copies };
}

/** The time of who was first; `null` when that is not known. */
function firstTime(times: readonly number[]): number | null {
  const earliest = Math.min(...times);
  const isDate = earliest % DAY === 0;
  const ofThatDay = times.filter((time) => time < earliest + DAY);
  return times.length < 2 || (isDate && ofThatDay.length > 1) ? null : earliest;
}

function delayOf({ published }: KnownSummary, page: KnownSummary): number | null {
  return published === null || page.published === null ? null : published - page.published;
}

function surestFirst({ reason: a }: RelatedArticle, { reason: b }: RelatedArticle): number {
  if (a.kind !== "similar-text" || b.kind !== "similar-text") return 0;
  return b.confidence - a.confidence;
}

/** Orders articles by third, then by quality; those that are not rated come last. */
export function bestFirst(a: KnownSummary, b: KnownSummary): number {
  if (a.quality === null || b.quality === null)
    return Number(a.quality === null) - Number(b.quality === null);
  const band = ({ band }: KnownSummary) => (band === null ? 0 : BAND_ORDER[band]);
  return band(b) - band(a) || b.quality - a.quality;
}
