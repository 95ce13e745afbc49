import { ONE_LINE, repairBy } from "../text/repair-steps.ts";
import { urlKey } from "../url/url-key.ts";
import { type Correction, MAX_TITLE_LENGTH } from "./corrections.ts";

/** An article as the reader sees it. */
export interface TitledAddress {
  readonly url: string;
  /** May be empty. */
  readonly title: string;
}

/**
 * A correction out of addresses and titles as they are shown; `null` when an address is none, or both
 * are one article's.
 *
 * @param at ms since 1970
 */
export function newCorrection(
  page: TitledAddress,
  article: TitledAddress,
  at: number,
): Correction | null {
  const [pageKey, articleKey] = [urlKey(page.url), urlKey(article.url)];
  if (pageKey === null || articleKey === null || pageKey === articleKey) return null;
  return {
    page: pageKey,
    article: articleKey,
    pageTitle: plainTitle(page.title),
    articleTitle: plainTitle(article.title),
    at,
  };
}

function plainTitle(title: string): string {
  return repairBy(ONE_LINE, title, MAX_TITLE_LENGTH).text;
}
