import type { LabelledArticle } from "./labelled-articles.ts";

/** Means over the queries. */
export interface RetrievalMetrics {
  readonly queries: number;
  /** Mean reciprocal rank of the first article of the query's story. */
  readonly mrr: number;
  /** Share of the first five that are right, out of those possible. */
  readonly p5: number;
  /** Right articles among the first ten, divided by min(10, size of the rest of the story). */
  readonly r10: number;
  readonly msPerQuery: number;
}

/** Positions of articles other than the query's, best first. */
export type Rank = (query: number) => Promise<readonly number[]> | readonly number[];

/**
 * Each article whose story has another article is a query. The others of its story are right answers.
 *
 * @param queries positions of the articles to ask with; those that are alone in their story are skipped
 */
export async function measureRetrieval(
  articles: readonly LabelledArticle[],
  queries: readonly number[],
  rank: Rank,
): Promise<RetrievalMetrics> {
  const sizes = new Map<string, number>();
  for (const { story } of articles) sizes.set(story, (sizes.get(story) ?? 0) + 1);
  const sums = { queries: 0, mrr: 0, p5: 0, r10: 0, ms: 0 };
  for (const query of queries) {
    const story = articles[query]?.story ?? "";
    const others = (sizes.get(story) ?? 0) - 1;
    if (others < 1) continue;
    const start = performance.now();
    const ranked = await rank(query);
    sums.ms += performance.now() - start;
    const right = ranked.map((place) => articles[place]?.story === story);
    const first = right.indexOf(true);
    sums.queries++;
    sums.mrr += first < 0 ? 0 : 1 / (first + 1);
    sums.p5 += right.slice(0, 5).filter(Boolean).length / Math.min(5, others);
    sums.r10 += right.slice(0, 10).filter(Boolean).length / Math.min(10, others);
  }
  const mean = (sum: number) => (sums.queries === 0 ? 0 : sum / sums.queries);
  return {
    queries: sums.queries,
    mrr: mean(sums.mrr),
    p5: mean(sums.p5),
    r10: mean(sums.r10),
    msPerQuery: mean(sums.ms),
  };
}
