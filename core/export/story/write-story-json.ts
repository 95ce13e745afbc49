import type { ArticleCoverage } from "../../coverage/coverage.ts";
import { storyTable } from "./story-table.ts";

/**
 * A story as a JSON file: when the user had it, its counts, the data sets it is from, and a row for each article
 * (`StoryRow`), such that a notebook makes a table of `articles`.
 *
 * @param accessed ms since 1970
 */
export function writeStoryJson(coverage: ArticleCoverage, accessed: number): string {
  const { page, topics, counts, omitted } = coverage;
  const story = {
    title: page.title,
    accessed: new Date(accessed).toISOString(),
    topics,
    articleCount: counts.articles,
    independentCount: counts.independent,
    omittedCount: omitted,
    dataSets: coverage.dataSets.map(({ id, name, description, licence, source, version }) => ({
      id,
      name,
      description,
      licence,
      source,
      version,
    })),
    articles: storyTable(coverage),
  };
  return `${JSON.stringify(story, null, 2)}\n`;
}
