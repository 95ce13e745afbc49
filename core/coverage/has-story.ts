import type { ArticleCoverage, Coverage } from "./coverage.ts";

/**
 * Whether an answer has a story to show: the data knows the page, or others tell its story. What the
 * reader has taken out of it, or is only on the topic, is none.
 */
export function hasStory(coverage: Coverage): coverage is ArticleCoverage {
  return coverage.kind === "article" && (coverage.match !== null || coverage.related.length > 0);
}
