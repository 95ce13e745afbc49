import type { ArticleCoverage } from "../../../../core/coverage/coverage.ts";
import { HOUR, MINUTE } from "../../../../core/durations.ts";
import { article, found, foundStory, PUBLISHED } from "../../../components/answers.ts";

/** A title that a spreadsheet takes for a formula, with marks of Markdown. */
export const FORMULA = '=HYPERLINK("https://evil.example";"*[Click](x)*")';

/**
 * A story of four articles: the page, an earlier article that was found by its text, its copy of which no time is known,
 * and a rated one that a record names.
 */
export function keptStory(): ArticleCoverage {
  const [named] = foundStory([
    found("Courier", 0.9, {
      title: FORMULA,
      published: PUBLISHED + 2 * HOUR,
      delay: 2 * HOUR,
      quality: 61,
      band: "middle",
      rank: 1,
      reason: { kind: "named-together", by: "Third Paper" },
    }),
  ]).related;
  const copy = found("Herald", 0.9, {
    outletQuality: { median: 55.5, rated: 12 },
    reason: { kind: "names-page" },
  });
  const earlier = found("Times", 0.914, {
    published: PUBLISHED - 40 * MINUTE,
    delay: -40 * MINUTE,
    isFirst: true,
    type: "video",
    language: "fr",
    marks: ["fact-check", "paywall"],
    reason: {
      kind: "similar-text",
      verdict: "same-story",
      confidence: 0.914,
      shared: [{ words: "river bridge" }, { country: "UA" }],
    },
    copies: [copy],
  });
  const related = [earlier, ...(named === undefined ? [] : [named])];
  const coverage = foundStory(related, { topics: ["Floods"], omitted: 2 });
  const page = article("The Gazette", { title: "The page", published: PUBLISHED });
  return { ...coverage, page: { ...coverage.page, ...page } };
}
