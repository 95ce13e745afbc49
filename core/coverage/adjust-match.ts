import { isSameText } from "../story/copies/near-copies.ts";
import { isSameSeries } from "../story/copies/series.ts";
import { SAME_STORY } from "../story/match/confidence.ts";
import type { KnownSummary, TextMatch } from "./coverage.ts";
import type { FoundArticle } from "./find-by-text.ts";

/** Least confidence of an article with the same text as the page. */
const SAME_TEXT = 0.9;
/** Highest confidence of another part of the page's series, however similar it is. */
const SERIES = SAME_STORY - 0.01;

/**
 * Corrects a match by what the similarity of two texts alone does not show: parts of a series tell different
 * stories, and copies of one text tell the same story.
 */
export function adjustMatch(page: KnownSummary, { article, reason }: FoundArticle): TextMatch {
  const { confidence } = reason;
  if (isSameSeries(page, article))
    return { ...reason, verdict: "same-topic", confidence: Math.min(confidence, SERIES) };
  if (!isSameText(page, article)) return reason;
  return { ...reason, verdict: "same-story", confidence: Math.max(confidence, SAME_TEXT) };
}
