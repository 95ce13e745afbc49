import { addressScore, MOST_ADDRESS_POINTS } from "./address-score.ts";
import { ARTICLE_SCORE, articleScore, TIME_POINTS } from "./article-score.ts";
import { claimsFromMarkup } from "./claims-from-markup.ts";
import type { JsonLdNode } from "./json-ld.ts";
import { mainNode } from "./main-node.ts";
import type { PageMarkup } from "./page-markup.ts";
import type { PageReading } from "./page-reading.ts";
import type { PageStatement } from "./page-statement.ts";
import { statedTimes, statementFromMarkup } from "./statement-from-markup.ts";

/** What the content script sends about a page. */
export function readingFromMarkup(markup: PageMarkup): PageReading {
  const main = mainNode(markup);
  return { claims: claimsFromMarkup(markup, main), statement: articleStatement(markup, main) };
}

/** What an article says of itself; `null` of any other page, which most are: so the cheap signs come first. */
function articleStatement(markup: PageMarkup, main: JsonLdNode): PageStatement | null {
  const points = articleScore(markup, main);
  if (points + TIME_POINTS + MOST_ADDRESS_POINTS < ARTICLE_SCORE) return null;
  const statement = statementFromMarkup(markup, main);
  const timePoints = statedTimes(markup, main).length > 0 ? TIME_POINTS : 0;
  const score = points + timePoints + addressScore(markup.address);
  return statement.headline !== "" && score >= ARTICLE_SCORE ? statement : null;
}
