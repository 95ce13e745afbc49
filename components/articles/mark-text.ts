import type { ArticleMark } from "../../core/record/article-marks.ts";

/** What each mark is called. */
export const MARK_TEXT = {
  "fact-check": "markFactCheck",
  correction: "markCorrection",
  live: "markLive",
  opinion: "markOpinion",
  agency: "markAgency",
  paywall: "markPaywall",
} as const satisfies Record<ArticleMark, string>;
