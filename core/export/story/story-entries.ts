import type { ArticleCoverage, MatchReason, RankedArticle } from "../../coverage/coverage.ts";

/** An article of a story, copies of a text each on their own. */
export interface StoryEntry {
  readonly article: RankedArticle;
  /** Why it is taken for the same story; `null` for the open page itself. */
  readonly reason: MatchReason | null;
  /** ms after the open page, negative when it came first; `null` when either time is unknown. */
  readonly afterPage: number | null;
  /** ms after the article that was first; `null` when it is not known which was, or when this one was published. */
  readonly afterFirst: number | null;
  /** The article of the same text under which the sidebar lists it; `null` when it stands for itself. */
  readonly copyOf: RankedArticle | null;
}

/**
 * The articles of a story, the open page first, then the others as the sidebar has them, copies after the article they are
 * listed under. What is only on the same topic, and what the user said is another story, is not part of it.
 */
export function storyEntries({ page, related }: ArticleCoverage): StoryEntry[] {
  const entries: Omit<StoryEntry, "afterFirst">[] = [
    { article: page, reason: null, afterPage: page.published === null ? null : 0, copyOf: null },
  ];
  for (const one of related) {
    entries.push({ article: one, reason: one.reason, afterPage: one.delay, copyOf: null });
    for (const copy of one.copies)
      entries.push({ article: copy, reason: copy.reason, afterPage: copy.delay, copyOf: one });
  }
  const first = entries.find(({ article }) => article.isFirst)?.article.published ?? null;
  return entries.map((entry) => {
    const { published } = entry.article;
    const afterFirst = first === null || published === null ? null : published - first;
    return { ...entry, afterFirst };
  });
}
