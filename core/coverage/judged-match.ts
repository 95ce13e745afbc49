import { isSameText } from "../story/copies/near-copies.ts";
import { isSameSeries } from "../story/copies/series.ts";
import { SAME_STORY } from "../story/match/confidence.ts";
import type { KnownSummary, TextMatch } from "./coverage.ts";
import type { FoundArticle } from "./find-by-text.ts";

/** Least confidence of an article with the page's own text. */
const SAME_TEXT = 0.9;
/** Most of another part of a series, which may be as like as two articles can be. */
const SERIES = SAME_STORY - 0.01;

/** What headlines and texts say for or against one story besides their likeness. */
export function judgedMatch(page: KnownSummary, { article, reason }: FoundArticle): TextMatch {
  const { confidence } = reason;
  if (isSameSeries(page, article))
    return { ...reason, verdict: "same-topic", confidence: Math.min(confidence, SERIES) };
  if (!isSameText(page, article)) return reason;
  return { ...reason, verdict: "same-story", confidence: Math.max(confidence, SAME_TEXT) };
}
