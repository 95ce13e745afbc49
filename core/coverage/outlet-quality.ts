import type { Segment } from "../segment/segment.ts";
import type { ArticleCoverage, OutletQuality, RankedArticle } from "./coverage.ts";

/** Most outlets looked up for one answer, which bounds the blocks that are read. */
const MAX_OUTLETS = 10;

type Shown = Pick<ArticleCoverage, "page" | "related" | "sameTopic">;

/**
 * Adds to unrated articles the quality of their outlets, from the rated articles of these. Each outlet is looked up once, in
 * the order in which the articles are shown, and the first data set that rates articles of it counts. Data sets
 * with fewer than three rated articles are not asked.
 *
 * @param isPageKnown whether a data set has the page; otherwise its quality is not shown
 * @throws UnreadableSegmentError
 */
export async function withOutletQuality<Story extends Shown>(
  story: Story,
  segments: readonly Segment[],
  isPageKnown: boolean,
): Promise<Story> {
  const rating = segments.filter(({ meta }) => meta.thirds !== null);
  const { page, related, sameTopic } = story;
  const unrated = [...(isPageKnown ? [page] : []), ...related, ...sameTopic].filter(
    ({ quality }) => quality === null,
  );
  const hosts = [...new Set(unrated.map(hostOf))].slice(0, MAX_OUTLETS);
  if (rating.length === 0 || hosts.length === 0) return story;
  const found = new Map(
    await Promise.all(
      hosts.map(async (host) => [host, await outletQuality(rating, host)] as const),
    ),
  );
  const withQuality = <Article extends RankedArticle>(article: Article): Article =>
    article.quality === null
      ? { ...article, outletQuality: found.get(hostOf(article)) ?? null }
      : article;
  return {
    ...story,
    page: isPageKnown ? withQuality(page) : page,
    related: related.map(withQuality),
    sameTopic: sameTopic.map(withQuality),
  };
}

function hostOf({ url }: RankedArticle): string {
  return new URL(url).hostname;
}

async function outletQuality(
  segments: readonly Segment[],
  host: string,
): Promise<OutletQuality | null> {
  const profiles = await Promise.all(segments.map((segment) => segment.outlet(host)));
  const profile = profiles.find((one) => one !== null && one.quality !== null);
  if (profile?.quality == null) return null;
  return { median: profile.quality.median, rated: profile.rated };
}
