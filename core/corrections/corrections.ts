/** Two articles of which the user has said that they do not tell the same story. */
export interface Correction {
  /** `urlKey` of the page that the user was on. */
  readonly page: string;
  /** `urlKey` of the article that was shown beside it. */
  readonly article: string;
  /** One plain line of at most `MAX_CORRECTION_TITLE` code units; may be empty. */
  readonly pageTitle: string;
  readonly articleTitle: string;
  /** When the user said so, ms since 1970. */
  readonly at: number;
}

export type CorrectedPair = Pick<Correction, "page" | "article">;

/** The most corrections that are kept; the oldest are dropped first. */
export const MAX_CORRECTIONS = 10_000;

/** Longest title that is kept with a correction, in UTF-16 code units. */
export const MAX_CORRECTION_TITLE = 300;

/** All corrections of the user. A correction holds for both pages of its pair, whichever was open. */
export class Corrections {
  /** Newest first. */
  readonly pairs: readonly Correction[];
  readonly #ids: ReadonlySet<string>;

  /** Of equal pairs the first one counts. Pairs beyond `MAX_CORRECTIONS` are dropped. */
  constructor(pairs: readonly Correction[]) {
    const distinct = new Map<string, Correction>();
    for (const pair of pairs) {
      const id = idOf(pair.page, pair.article);
      if (!distinct.has(id)) distinct.set(id, pair);
    }
    this.pairs = [...distinct.values()].sort((a, b) => b.at - a.at).slice(0, MAX_CORRECTIONS);
    this.#ids = new Set(this.pairs.map(({ page, article }) => idOf(page, article)));
  }

  /**
   * Whether the user has said that two articles do not tell the same story.
   *
   * @param pageKey `urlKey` of one of them
   * @param articleKey `urlKey` of the other one
   */
  has(pageKey: string, articleKey: string): boolean {
    return this.#ids.has(idOf(pageKey, articleKey));
  }

  /** The keys of all articles that, as the user has said, tell another story than this one. */
  others(key: string): string[] {
    return this.pairs.flatMap(({ page, article }) =>
      page === key ? article : article === key ? page : [],
    );
  }

  /** These corrections and further ones; those that are there already stay unchanged. */
  with(pairs: readonly Correction[]): Corrections {
    return new Corrections([...this.pairs, ...pairs]);
  }

  /** These corrections without some. */
  without(pairs: readonly CorrectedPair[]): Corrections {
    const removed = new Set(pairs.map(({ page, article }) => idOf(page, article)));
    return new Corrections(
      this.pairs.filter(({ page, article }) => !removed.has(idOf(page, article))),
    );
  }
}

/** The same text for both orders of a pair. Keys have no white space, so a blank separates them. */
function idOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
