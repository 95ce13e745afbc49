import type { ArticleSummary, QualityThirds } from "../segment/format.ts";
import type { MatchReason, QualityBand, RankedArticle, RelatedArticle } from "./coverage.ts";

/** The third of the data set a quality lies in; `null` when not rated or there is nothing to compare with. */
export function qualityBand(
  quality: number | null,
  thirds: QualityThirds | null,
): QualityBand | null {
  if (quality === null || thirds === null) return null;
  if (quality <= thirds.lower) return "lower";
  return quality <= thirds.middle ? "middle" : "upper";
}

/**
 * Ranks a story's articles by quality and finds who was first.
 *
 * `rank` counts the rated articles that are better, plus one (standard competition ranking).
 * `related` comes best first; equal or missing quality keeps the given order.
 */
export function rankStory(
  page: ArticleSummary,
  related: readonly { readonly article: ArticleSummary; readonly reason: MatchReason }[],
  thirds: QualityThirds | null,
): {
  readonly page: RankedArticle;
  readonly related: readonly RelatedArticle[];
  readonly rated: number;
} {
  const all = [page, ...related.map(({ article }) => article)];
  const qualities = all.map(({ quality }) => quality).filter((quality) => quality !== null);
  const times = all.map(({ published }) => published).filter((time) => time !== null);
  const earliest = Math.min(...times);

  const ranked = (article: ArticleSummary): RankedArticle => {
    const { quality, published } = article;
    const better = qualities.filter((other) => quality !== null && other > quality).length;
    return {
      ...article,
      rank: quality === null ? null : better + 1,
      band: qualityBand(quality, thirds),
      isFirst: published !== null && published === earliest && times.length > 1,
    };
  };
  const byQuality = (a: RelatedArticle, b: RelatedArticle) =>
    (b.quality ?? Number.NEGATIVE_INFINITY) - (a.quality ?? Number.NEGATIVE_INFINITY) || 0;
  return {
    page: ranked(page),
    related: related
      .map(({ article, reason }): RelatedArticle => {
        const known = article.published !== null && page.published !== null;
        const delay = known ? (article.published ?? 0) - (page.published ?? 0) : null;
        return { ...ranked(article), reason, delay };
      })
      .sort(byQuality),
    rated: qualities.length,
  };
}
