import type { ArticleCoverage, Coverage } from "./coverage.ts";

/**
 * Whether an answer has a story to show: the data contain the page, or other articles tell its story. Articles that are
 * only on the topic, or that the user rejected, do not count.
 */
export function hasStory(coverage: Coverage): coverage is ArticleCoverage {
  return coverage.kind === "article" && (coverage.match !== null || coverage.related.length > 0);
}
