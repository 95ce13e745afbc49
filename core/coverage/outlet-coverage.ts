import { MAX_LATEST, type OutletProfile } from "../segment/format.ts";
import type { KnownSummary, OutletCoverage, OutletRating } from "./coverage.ts";
import type { Finding } from "./findings.ts";
import { ArticleList, knownSummary } from "./known-articles.ts";

/**
 * The answer for a page of which only the outlet is known.
 *
 * @param outlets what each segment has on the outlet
 * @throws UnreadableSegmentError
 */
export async function outletCoverage(
  outlets: readonly Finding<OutletProfile>[],
  site: string,
): Promise<OutletCoverage | { readonly kind: "none" }> {
  const [largest] = outlets.toSorted((a, b) => b.found.articles - a.found.articles);
  if (largest === undefined) return { kind: "none" };
  const list = new ArticleList<object>();
  for (const { segment, found } of outlets) {
    const source = { dataSet: segment.meta.dataSet, thirds: segment.meta.thirds };
    for (const article of await segment.latest(found)) list.add(knownSummary(article, source), {});
  }
  const time = ({ published }: KnownSummary) => published ?? Number.NEGATIVE_INFINITY;
  return {
    kind: "outlet",
    site,
    name: largest.found.name,
    ratings: ratingsOf(outlets),
    sameTopic: [],
    rejected: [],
    latest: list
      .values()
      .map(({ article }) => article)
      .sort((a, b) => (time(a) === time(b) ? 0 : time(b) - time(a)))
      .slice(0, MAX_LATEST),
  };
}

const NO_RATING = { articles: 0, rated: 0, quality: null } as const;

/** What each data set says about an outlet, summed over its segments; the one with most articles first. */
function ratingsOf(outlets: readonly Finding<OutletProfile>[]): OutletRating[] {
  const ratings = new Map<string, OutletRating>();
  for (const { segment, found } of outlets) {
    const { dataSet, thirds } = segment.meta;
    const { articles, rated, quality } = ratings.get(dataSet.id) ?? NO_RATING;
    ratings.set(dataSet.id, {
      dataSet,
      articles: articles + found.articles,
      rated: rated + found.rated,
      quality: quality ?? found.quality,
      thirds,
    });
  }
  return [...ratings.values()].sort((a, b) => b.articles - a.articles);
}
