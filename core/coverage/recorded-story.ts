import { LIVE_DATA_SET_ID } from "../data-set/live-data-set.ts";
import type { KnownArticle, Segment } from "../segment/segment.ts";
import { urlKey } from "../url/url-key.ts";
import type { KnownSummary } from "./coverage.ts";
import type { Finding } from "./findings.ts";
import { ArticleList, knownSummary, mergeKnown } from "./known-articles.ts";
import type { StoryArticle } from "./rank-story.ts";

/** The story of a page as records have it. */
export interface RecordedStory {
  readonly page: KnownSummary;
  /** URL keys of the page's addresses; each data set may know the page by another one. */
  readonly keys: readonly string[];
  readonly topics: readonly string[];
  readonly related: readonly StoryArticle[];
}

/**
 * Merges what several segments have on a page into one story.
 *
 * @param key under which the page was found
 * @param known at least one finding
 */
export function recordedStory(key: string, known: readonly Finding<KnownArticle>[]): RecordedStory {
  const hasOwn = known.some(({ found }) => found.own !== null);
  // An article from a feed has no list of related articles.
  const hasList = known.some(({ segment, found }) => found.own !== null && !isLive(segment));
  const pages: { page: KnownSummary; isOwn: boolean }[] = [];
  const list = new ArticleList<Pick<StoryArticle, "reason">>();
  const topics = new Set<string>();
  for (const { segment, found } of known) {
    const source = { dataSet: segment.meta.dataSet, thirds: segment.meta.thirds };
    const { own, namedBy } = found;
    const naming = namedBy.map(({ document }) => document);
    const page = own?.article ?? namedBy[0]?.as;
    if (page !== undefined) pages.push({ page: knownSummary(page, source), isOwn: own !== null });
    for (const article of own?.related ?? [])
      list.add(knownSummary(article, source), { reason: { kind: "named-by-page" } });
    for (const { article } of naming)
      list.add(knownSummary(article, source), { reason: { kind: "names-page" } });
    // A page with a record has its publisher's own list, which other lists would only dilute.
    if (!hasList)
      for (const { article: by, related } of naming)
        for (const article of related)
          list.add(knownSummary(article, source), {
            reason: { kind: "named-together", by: by.outlet.name },
          });
    const documents = hasOwn ? [own] : naming;
    for (const topic of documents.flatMap((document) => document?.topics ?? [])) topics.add(topic);
  }
  // A page's own record says more about it than the records that name it.
  pages.sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
  const keys = [key, ...pages.flatMap(({ page }) => urlKey(page.url) ?? [])];
  for (const pageKey of keys) list.delete(pageKey);
  const page = pages.map(({ page }) => page).reduce(mergeKnown);
  return { page, keys, topics: [...topics], related: list.values() };
}

function isLive({ meta }: Segment): boolean {
  return meta.dataSet.id === LIVE_DATA_SET_ID;
}
