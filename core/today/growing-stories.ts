import { StoryGroups } from "../story/match/group-stories.ts";
import { MemoryIndex } from "../story/match/memory-index.ts";
import type { TermCounts } from "../story/match/term-counts.ts";
import type { Term } from "../story/words/article-terms.ts";
import type { TodayArticle } from "./today-article.ts";

/** Which story each article was in when articles were grouped before, by URL key. The numbers are arbitrary. */
export type KnownStories = (key: string) => number | undefined;

/**
 * Live articles grouped into stories once, to which later articles are added as they come (`StoryGroups`). An article
 * that is taken in again, in a newer version, stays in its story.
 */
export class GrowingStories {
  readonly #groups: StoryGroups;
  readonly #articles: TodayArticle[] = [];
  readonly #ordinals = new Map<string, number>();
  readonly #knownStories: KnownStories;
  /** The number here of each known story that has begun. */
  readonly #begun = new Map<number, number>();

  /**
   * @param counts of about the articles that will be added: how rare words are
   * @param knownStories from an earlier grouping: its articles are not compared again
   */
  constructor(counts: TermCounts, knownStories: KnownStories = () => undefined) {
    this.#groups = new StoryGroups(new MemoryIndex(counts));
    this.#knownStories = knownStories;
  }

  /** How many articles there are. */
  get size(): number {
    return this.#articles.length;
  }

  get(key: string): TodayArticle | undefined {
    return this.#articles[this.#ordinals.get(key) ?? -1];
  }

  /**
   * Adds an article, or takes in a newer version of it. Articles are to come about in order of time.
   *
   * @param terms `indexedTerms` of it
   */
  async add(article: TodayArticle, terms: readonly Term[]): Promise<void> {
    const ordinal = this.#ordinals.get(article.key);
    if (ordinal !== undefined) {
      this.#articles[ordinal] = article;
      return;
    }
    this.#ordinals.set(article.key, this.#articles.push(article) - 1);
    const known = this.#knownStories(article.key);
    if (known === undefined) return this.#groups.add(terms, article.published);
    const begun = this.#begun.get(known) ?? null;
    this.#begun.set(known, this.#groups.addKnown(terms, article.published, begun));
  }

  /** The number of each article's story, by the article's URL key, in the order in which they were added. */
  numbers(): (readonly [key: string, story: number])[] {
    return this.#groups
      .stories()
      .map((story, ordinal) => [this.#articles[ordinal]?.key ?? "", story] as const);
  }

  /**
   * The stories, each as its articles in order of time.
   *
   * @param from articles published earlier (ms since 1970) are left out
   * @param isShown whether an article is of an outlet that the user has
   */
  stories(
    from: number,
    isShown: (article: TodayArticle) => boolean = () => true,
  ): TodayArticle[][] {
    const byStory = new Map<number, TodayArticle[]>();
    for (const [ordinal, story] of this.#groups.stories().entries()) {
      const article = this.#articles[ordinal];
      if (article === undefined || article.published < from || !isShown(article)) continue;
      const members = byStory.get(story);
      if (members === undefined) byStory.set(story, [article]);
      else members.push(article);
    }
    return Array.from(byStory.values(), (members) =>
      members.sort((a, b) => a.published - b.published),
    );
  }
}
