import type { ArticleCoverage } from "../coverage/coverage.ts";
import type { TodayStory } from "../today/today-story.ts";
import { MAX_SAVED_ARTICLES } from "./saved-limits.ts";
import type { SavedArticle } from "./saved-story.ts";

/** What is saved of the story of a page: the page first, then the others and their reprints as they are listed. */
export function articlesOfCoverage({ page, related }: ArticleCoverage): SavedArticle[] {
  return [page, ...related, ...related.flatMap(({ copies }) => copies)]
    .slice(0, MAX_SAVED_ARTICLES)
    .map(({ url, title, outlet, published, quality }) => ({
      ...{ url, title, published, quality },
      outlet: outlet.name,
    }));
}

/** What is saved of a story of today: the article whose headline stands for it first, then the others in order of time. */
export function articlesOfStory({ points, headline }: TodayStory): SavedArticle[] {
  const shown = points[headline];
  return [...(shown === undefined ? [] : [shown]), ...points.filter((point) => point !== shown)]
    .slice(0, MAX_SAVED_ARTICLES)
    .map(({ url, title, outlet, published }) => ({ url, title, outlet, published, quality: null }));
}
