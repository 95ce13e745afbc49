/** Two articles of which the reader said that they tell two stories. */
export interface Correction {
  /** Of the page the reader was on, as `urlKey` makes it. */
  readonly page: string;
  /** Of the article that was shown beside it, as `urlKey` makes it. */
  readonly article: string;
  /** Plain line, at most `MAX_TITLE_LENGTH`; may be empty. */
  readonly pageTitle: string;
  readonly articleTitle: string;
  /** When it was said, ms since 1970. */
  readonly at: number;
}

export type CorrectedPair = Pick<Correction, "page" | "article">;

/** So many are kept; the oldest go first. */
export const MAX_CORRECTIONS = 10_000;

/** Longest title that is kept with a correction, in UTF-16 code units. */
export const MAX_TITLE_LENGTH = 300;

/** What the reader has said so far. It holds for both pages of a pair, whichever was open. */
export class Corrections {
  /** The newest first. */
  readonly pairs: readonly Correction[];
  readonly #said: ReadonlySet<string>;

  /** Of pairs that are there twice the first counts; what is beyond the limit is left out. */
  constructor(pairs: readonly Correction[]) {
    const distinct = new Map<string, Correction>();
    for (const pair of pairs) {
      const id = idOf(pair.page, pair.article);
      if (!distinct.has(id)) distinct.set(id, pair);
    }
    this.pairs = [...distinct.values()].sort((a, b) => b.at - a.at).slice(0, MAX_CORRECTIONS);
    this.#said = new Set(this.pairs.map(({ page, article }) => idOf(page, article)));
  }

  /**
   * Whether the reader said of two articles that they tell two stories.
   *
   * @param pageKey as `urlKey` makes it, like `articleKey`
   */
  has(pageKey: string, articleKey: string): boolean {
    return this.#said.has(idOf(pageKey, articleKey));
  }

  /** The articles of which the reader said that they tell another story than this one; keys as above. */
  others(key: string): string[] {
    return this.pairs.flatMap(({ page, article }) =>
      page === key ? article : article === key ? page : [],
    );
  }

  /** With further pairs; those that are there stay as they are. */
  with(pairs: readonly Correction[]): Corrections {
    return new Corrections([...this.pairs, ...pairs]);
  }

  without(pairs: readonly CorrectedPair[]): Corrections {
    const gone = new Set(pairs.map(({ page, article }) => idOf(page, article)));
    return new Corrections(
      this.pairs.filter(({ page, article }) => !gone.has(idOf(page, article))),
    );
  }
}

/** The same for both orders. A key has no white space. */
function idOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
