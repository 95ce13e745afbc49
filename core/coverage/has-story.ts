import type { ArticleCoverage, Coverage } from "./coverage.ts";

/**
 * Whether an answer has a story to show: the data contain the page, or other articles tell its story. Articles that are
 * only on the topic, or that the user rejected, do not count.
 */
export function hasStory(coverage: Coverage): coverage is ArticleCoverage {
  return coverage.kind === "article" && (coverage.match !== null || coverage.related.length > 0);
}

/** Whether other articles tell the story of the page: a sidebar opens by itself only where they do. */
export function hasCompany(coverage: Coverage): coverage is ArticleCoverage {
  return coverage.kind === "article" && coverage.related.length > 0;
}
