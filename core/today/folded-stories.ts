import type { TodayArticle } from "./today-article.ts";
import { type FoldedArticles, foldReprints } from "./today-story.ts";

/** Keeps which articles of each story are reprints, for as long as the story stays as it is. */
export class FoldedStories {
  #kept = new Map<string, FoldedArticles>();

  /**
   * @param stories each as its articles in order of time
   * @param pause awaited after each story
   */
  async of(
    stories: readonly (readonly TodayArticle[])[],
    pause: () => Promise<void>,
  ): Promise<FoldedArticles[]> {
    const kept = new Map<string, FoldedArticles>();
    for (const articles of stories) {
      const id = articles[0]?.key ?? "";
      const before = this.#kept.get(id);
      kept.set(id, before && isSame(before.articles, articles) ? before : foldReprints(articles));
      await pause();
    }
    this.#kept = kept;
    return [...kept.values()];
  }
}

function isSame(some: readonly TodayArticle[], others: readonly TodayArticle[]): boolean {
  return some.length === others.length && some.every((article, i) => article === others[i]);
}
