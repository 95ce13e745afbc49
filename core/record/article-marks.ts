/**
 * What an article may be besides a video, in the order in which it is shown: that it checks a claim, was corrected, is a live
 * blog, an opinion, an agency's text, or not free to read.
 */
export const ARTICLE_MARKS = [
  "fact-check",
  "correction",
  "live",
  "opinion",
  "agency",
  "paywall",
] as const;
export type ArticleMark = (typeof ARTICLE_MARKS)[number];

/** The marks of several statements about one article, each once and in the order of `ARTICLE_MARKS`. */
export function allMarks(...statements: readonly (readonly ArticleMark[])[]): ArticleMark[] {
  const stated = new Set(statements.flat());
  return ARTICLE_MARKS.filter((mark) => stated.has(mark));
}
