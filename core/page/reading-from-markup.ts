import { ARTICLE_SCORE, articleScore } from "./article-score.ts";
import { claimsFromMarkup } from "./claims-from-markup.ts";
import { mainNode } from "./main-node.ts";
import type { PageMarkup } from "./page-markup.ts";
import type { PageReading } from "./page-reading.ts";
import { statementFromMarkup } from "./statement-from-markup.ts";

/**
 * What the content script sends about a page.
 *
 * @param addressScore of the page's address (`PagePlace`)
 */
export function readingFromMarkup(markup: PageMarkup, addressScore: number): PageReading {
  const main = mainNode(markup);
  const statement = statementFromMarkup(markup, main);
  const score = articleScore(markup, main, statement.published.length > 0) + addressScore;
  const isArticle = statement.headline !== "" && score >= ARTICLE_SCORE;
  return { claims: claimsFromMarkup(markup, main), statement: isArticle ? statement : null };
}
