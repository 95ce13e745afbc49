import type { QualityThirds } from "../segment/format.ts";
import type { ArticleCoverage, RankedArticle } from "./coverage.ts";

/** The quality of an article on a scale. */
export interface QualityPoint {
  readonly url: string;
  readonly outlet: string;
  readonly quality: number;
  readonly isPage: boolean;
  /** Where it lies on the scale, from 0 to 1. */
  readonly share: number;
}

/** The rated articles of a story among all articles of the data set that rates them. */
export interface QualityScale {
  /** In rising order. */
  readonly points: readonly QualityPoint[];
  /** Whether each third of the scale is a third of the data set's articles; otherwise the scale is the story's own span. */
  readonly hasThirds: boolean;
}

/**
 * Places the rated articles of a story on the scale of one data set: the page's own, else that of the first rated article. Of a
 * data set's distribution its thirds are known, so a third of the scale holds a third of its articles, and
 * within each the scale is even. Where no thirds are known, it reaches from the story's lowest quality to its highest.
 *
 * @returns `null` where nothing is rated, or one article alone and no thirds are known
 */
export function qualityScale({ page, related }: ArticleCoverage): QualityScale | null {
  const all: readonly RankedArticle[] = [page, ...related];
  const [model] = all.filter(({ quality }) => quality !== null);
  if (model === undefined) return null;
  const rated = all.flatMap((article) =>
    article.quality === null || article.dataSets[0] !== model.dataSets[0]
      ? []
      : [{ article, quality: article.quality }],
  );
  if (rated.length < 2 && model.thirds === null) return null;
  const qualities = rated.map(({ quality }) => quality);
  const span = { lowest: Math.min(...qualities), highest: Math.max(...qualities) };
  const points = rated.map(({ article, quality }) => ({
    url: article.url,
    outlet: article.outlet.name,
    quality,
    isPage: article === page,
    share: shareOf(quality, model.thirds, span),
  }));
  return {
    points: points.sort((a, b) => a.quality - b.quality),
    hasThirds: model.thirds !== null,
  };
}

interface Span {
  readonly lowest: number;
  readonly highest: number;
}

function shareOf(quality: number, thirds: QualityThirds | null, { lowest, highest }: Span): number {
  if (thirds === null) return part(quality, lowest, highest);
  const { lower, middle } = thirds;
  // A score has no end; what is drawn ends as far beyond the thirds as the middle one is wide, or with the story's own.
  const width = middle - lower;
  if (quality <= lower) return part(quality, Math.min(lowest, lower - width), lower) / 3;
  if (quality <= middle) return (1 + part(quality, lower, middle)) / 3;
  return (2 + part(quality, middle, Math.max(highest, middle + width))) / 3;
}

function part(value: number, from: number, to: number): number {
  return to === from ? 0.5 : (value - from) / (to - from);
}
