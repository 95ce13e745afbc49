import { voiceOf } from "../outlets/voices.ts";
import { foldCopies } from "../story/copies/near-copies.ts";
import type { KnownSummary, StoryCounts } from "./coverage.ts";
import type { StoryArticle } from "./rank-story.ts";

/** A story in which the copies of one text are one entry. */
export interface FoldedStory {
  readonly related: readonly StoryArticle[];
  readonly counts: StoryCounts;
}

/**
 * Folds articles with the same text into one entry, represented by the article that a record names, else by the earliest
 * one. Copies of the page's own text are one entry among the related ones.
 */
export function foldStory(page: KnownSummary, related: readonly StoryArticle[]): FoldedStory {
  const all = [page, ...related.map(({ article }) => article)];
  const groups = foldCopies(all);
  const originals = groups.flatMap(
    (places) => earliest(places.flatMap((place) => all[place] ?? [])) ?? [],
  );
  const voices = new Set(originals.map(({ outlet }) => voiceOf(outlet.domain)));
  const folded = groups.flatMap((places) => {
    // Place 0 is the page.
    const articles = places.flatMap((place) => related[place - 1] ?? []);
    const [first, ...copies] = articles.sort(representativeFirst);
    if (first === undefined) return [];
    return [{ ...first, copies, ...(places.includes(0) && { hasPageText: true }) }];
  });
  return { related: folded, counts: { articles: all.length, independent: voices.size } };
}

/** The one of some articles that is known to be the earliest; the first where no time is known. */
function earliest(articles: readonly KnownSummary[]): KnownSummary | undefined {
  return articles.toSorted((a, b) => timeOf(a) - timeOf(b))[0];
}

function representativeFirst(a: StoryArticle, b: StoryArticle): number {
  const isFound = ({ reason }: StoryArticle) => Number(reason.kind === "similar-text");
  return isFound(a) - isFound(b) || timeOf(a.article) - timeOf(b.article);
}

/** An article without a time comes after all others; the largest number, since infinities have no difference. */
function timeOf({ published }: KnownSummary): number {
  return published ?? Number.MAX_VALUE;
}
