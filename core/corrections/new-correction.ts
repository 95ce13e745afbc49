import { ONE_LINE, repairBy } from "../text/repair-steps.ts";
import { urlKey } from "../url/url-key.ts";
import { type Correction, MAX_CORRECTION_TITLE } from "./corrections.ts";

/** An article as the user sees it. */
export interface TitledAddress {
  readonly url: string;
  /** May be empty. */
  readonly title: string;
}

/**
 * Makes a correction out of two addresses and titles as they are shown. `null` when one of the addresses
 * is not an http(s) address, or when both belong to one article.
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
  return repairBy(ONE_LINE, title, MAX_CORRECTION_TITLE).text;
}
