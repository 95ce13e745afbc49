import { ARTICLE_SCORE, articleScore } from "./article-score.ts";
import { claimedAddresses } from "./claimed-addresses.ts";
import { ownNode } from "./own-node.ts";
import type { PageMarkup } from "./page-markup.ts";
import type { PageReading } from "./page-reading.ts";
import { statePage } from "./state-page.ts";

/**
 * What is told of a page by its markup.
 *
 * @param addressScore what its address says of it (`PagePlace`)
 */
export function tellPage(markup: PageMarkup, addressScore: number): PageReading {
  const own = ownNode(markup);
  const statement = statePage(markup, own);
  const score = articleScore(markup, own, statement.published.length > 0) + addressScore;
  const isArticle = statement.headline !== "" && score >= ARTICLE_SCORE;
  return { claims: claimedAddresses(markup, own), statement: isArticle ? statement : null };
}
