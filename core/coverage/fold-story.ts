import { foldCopies } from "../story/copies/near-copies.ts";
import type { KnownSummary } from "./coverage.ts";
import type { StoryArticle } from "./rank-story.ts";

/** A story in which the copies of one text are one entry. */
export interface FoldedStory {
  readonly related: readonly StoryArticle[];
  /** How many articles the page, its related ones and their copies are, and how many different texts. */
  readonly counts: { readonly articles: number; readonly texts: number };
}

/**
 * Folds articles with the same text into one entry, represented by the article that a record names, else by the earliest
 * one. Copies of the page's own text are one entry among the related ones.
 */
export function foldStory(page: KnownSummary, related: readonly StoryArticle[]): FoldedStory {
  const groups = foldCopies([page, ...related.map(({ article }) => article)]);
  const folded = groups.flatMap((places) => {
    // Place 0 is the page.
    const articles = places.flatMap((place) => related[place - 1] ?? []);
    const [first, ...copies] = articles.sort(representativeFirst);
    if (first === undefined) return [];
    return [{ ...first, copies }];
  });
  return { related: folded, counts: { articles: 1 + related.length, texts: groups.length } };
}

function representativeFirst(a: StoryArticle, b: StoryArticle): number {
  const isFound = ({ reason }: StoryArticle) => Number(reason.kind === "similar-text");
  const time = ({ article }: StoryArticle) => article.published ?? Number.POSITIVE_INFINITY;
  const [left, right] = [time(a), time(b)];
  return isFound(a) - isFound(b) || (left === right ? 0 : left - right);
}
