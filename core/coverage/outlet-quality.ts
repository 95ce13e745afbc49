import type { SegmentReader } from "../segment/segment-reader.ts";
import type { ArticleCoverage, OutletQuality, RankedArticle } from "./coverage.ts";

/** Outlets that are looked up for one answer: bounds the blocks read. */
const MAX_OUTLETS = 10;

type Shown = Pick<ArticleCoverage, "page" | "related" | "sameTopic">;

/**
 * Says of articles that are not rated what the data sets have of their outlets' rated ones. Each
 * outlet is looked up once, in the order in which the articles are shown; the first data set that
 * rates articles of it counts. One that rates fewer than three articles in all says nothing.
 *
 * @param isPageKnown whether a data set has the page: else its quality is not shown
 * @throws UnreadableSegmentError
 */
export async function withOutletQuality<Told extends Shown>(
  told: Told,
  segments: readonly SegmentReader[],
  isPageKnown: boolean,
): Promise<Told> {
  const rating = segments.filter(({ meta }) => meta.thirds !== null);
  const { page, related, sameTopic } = told;
  const unrated = [...(isPageKnown ? [page] : []), ...related, ...sameTopic].filter(
    ({ quality }) => quality === null,
  );
  const hosts = [...new Set(unrated.map(hostOf))].slice(0, MAX_OUTLETS);
  if (rating.length === 0 || hosts.length === 0) return told;
  const found = new Map(
    await Promise.all(
      hosts.map(async (host) => [host, await outletQuality(rating, host)] as const),
    ),
  );
  const marked = <Article extends RankedArticle>(article: Article): Article =>
    article.quality === null
      ? { ...article, outletQuality: found.get(hostOf(article)) ?? null }
      : article;
  return {
    ...told,
    page: isPageKnown ? marked(page) : page,
    related: related.map(marked),
    sameTopic: sameTopic.map(marked),
  };
}

function hostOf({ url }: RankedArticle): string {
  return new URL(url).hostname;
}

async function outletQuality(
  segments: readonly SegmentReader[],
  host: string,
): Promise<OutletQuality | null> {
  const profiles = await Promise.all(segments.map((segment) => segment.outlet(host)));
  const profile = profiles.find((one) => one !== null && one.quality !== null);
  if (profile?.quality == null) return null;
  return { median: profile.quality.median, rated: profile.rated };
}
