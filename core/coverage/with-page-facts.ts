import type { PageFacts } from "../page/page-facts.ts";
import { allMarks } from "../record/article-marks.ts";
import type { ArticleCoverage } from "./coverage.ts";

/** A story with what its page says of its own language and kind, besides what the data says. */
export function withPageFacts(coverage: ArticleCoverage, facts: PageFacts | null): ArticleCoverage {
  if (facts === null) return coverage;
  const { page } = coverage;
  const language = facts.language ?? page.language;
  return { ...coverage, page: { ...page, language, marks: allMarks(facts.marks, page.marks) } };
}
