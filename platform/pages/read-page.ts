import { ARTICLE_SCORE, articleScore } from "../../core/page/article-score.ts";
import { claimedAddresses } from "../../core/page/claimed-addresses.ts";
import type { PageReading } from "../../core/page/page-reading.ts";
import { statePage } from "../../core/page/state-page.ts";
import { readMarkup } from "./read-markup.ts";

/** Reads the page in `document`, which is at `address`. */
export function readPage(document: Document, address: string): PageReading {
  const markup = readMarkup(document, address);
  const statement = statePage(markup);
  const isArticle =
    statement.headline !== "" &&
    articleScore(markup, statement.published.length > 0) >= ARTICLE_SCORE;
  return { claims: claimedAddresses(markup), statement: isArticle ? statement : null };
}
