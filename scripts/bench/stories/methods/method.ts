import type { LabelledArticle } from "../labels/labelled-articles.ts";
import type { Rank } from "../labels/retrieval-metrics.ts";

/** A method to find the articles of a story. */
export interface Method {
  readonly name: string;
  /** Whether it is too slow for all queries and gets a sample of them, the same in every run. */
  readonly isSampled: boolean;
  /** Indexes the articles; `null` if the library is not installed. */
  open(articles: readonly LabelledArticle[]): Promise<Rank | null>;
}

/** How many results are requested: those that count, and the query's own article. */
export const RESULTS = 12;
