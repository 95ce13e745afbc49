import { foldCopies } from "../story/copies/near-copies.ts";
import type { KnownSummary } from "./coverage.ts";
import type { StoryArticle } from "./rank-story.ts";

/** A story with the copies of one text in one entry. */
export interface FoldedStory {
  readonly related: readonly StoryArticle[];
  /** The page, its related articles and their copies; and how many different texts these are. */
  readonly counts: { readonly articles: number; readonly texts: number };
}

/**
 * Folds articles with one text into one entry: the one that a record names stands for the others,
 * else the earliest. The page's own text counts too, but its entry is the page's.
 */
export function foldStory(page: KnownSummary, related: readonly StoryArticle[]): FoldedStory {
  const groups = foldCopies([page, ...related.map(({ article }) => article)]);
  const folded = groups.flatMap((places) => {
    const articles = places
      .filter((place) => place > 0)
      .flatMap((place) => related[place - 1] ?? []);
    const [first, ...copies] = articles.sort(standsFirst);
    if (first === undefined) return [];
    return [{ ...first, copies }];
  });
  return { related: folded, counts: { articles: 1 + related.length, texts: groups.length } };
}

function standsFirst(a: StoryArticle, b: StoryArticle): number {
  const isFound = ({ reason }: StoryArticle) => Number(reason.kind === "similar-text");
  const time = ({ article }: StoryArticle) => article.published ?? Number.POSITIVE_INFINITY;
  const [left, right] = [time(a), time(b)];
  return isFound(a) - isFound(b) || (left === right ? 0 : left - right);
}
