import type { LabelledArticle } from "../labels/labelled-articles.ts";
import type { Rank } from "../labels/retrieval-metrics.ts";

/** A way to find the articles of a story. */
export interface Method {
  readonly name: string;
  /** Too slow to ask with every article in a run of two minutes: a sample of the queries is asked, the same in every run. */
  readonly isSampled: boolean;
  /** Indexes the articles; `null` when the library is not installed. */
  open(articles: readonly LabelledArticle[]): Promise<Rank | null>;
}

/** Results that are asked for: those counted, and the query's own article. */
export const RESULTS = 12;
