import type { KnownSummary, MatchReason, RankedArticle, RelatedArticle } from "./coverage.ts";

/** A story's article before it is ranked. */
export interface StoryArticle {
  readonly article: KnownSummary;
  readonly reason: MatchReason;
}

const BAND_ORDER = { upper: 3, middle: 2, lower: 1 } as const;

/**
 * Ranks a story's articles by quality and finds who was first.
 *
 * `rank` counts the articles that the same data set rates better, plus one (standard competition
 * ranking). `related` comes best first, by third and then by quality; what is equal keeps the given order.
 */
export function rankStory(
  page: KnownSummary,
  related: readonly StoryArticle[],
): {
  readonly page: RankedArticle;
  readonly related: readonly RelatedArticle[];
  readonly rated: number;
} {
  const all = [page, ...related.map(({ article }) => article)];
  const times = all.map(({ published }) => published).filter((time) => time !== null);
  const earliest = Math.min(...times);
  const onScaleOf = ({ dataSets: [dataSet] }: KnownSummary) =>
    all.filter(({ dataSets, quality }) => quality !== null && dataSets[0] === dataSet);

  const ranked = (article: KnownSummary): RankedArticle => {
    const { quality, published } = article;
    const better = onScaleOf(article).filter((other) => (other.quality ?? 0) > (quality ?? 0));
    return {
      ...article,
      rank: quality === null ? null : better.length + 1,
      isFirst: published !== null && published === earliest && times.length > 1,
    };
  };
  return {
    page: ranked(page),
    related: related
      .map(({ article, reason }): RelatedArticle => {
        const known = article.published !== null && page.published !== null;
        const delay = known ? (article.published ?? 0) - (page.published ?? 0) : null;
        return { ...ranked(article), reason, delay, copies: [] };
      })
      .sort(bestFirst),
    rated: onScaleOf(page).length,
  };
}

/** Orders articles by third, then by quality; those that are not rated come last. */
export function bestFirst(a: KnownSummary, b: KnownSummary): number {
  if (a.quality === null || b.quality === null)
    return Number(a.quality === null) - Number(b.quality === null);
  const band = ({ band }: KnownSummary) => (band === null ? 0 : BAND_ORDER[band]);
  return band(b) - band(a) || b.quality - a.quality;
}
