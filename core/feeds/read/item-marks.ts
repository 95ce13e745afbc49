import { type ArticleMark, allMarks } from "../../record/article-marks.ts";
import { isNewsAgency } from "../../record/news-agency.ts";
import type { FeedItem } from "./feed.ts";

/** The words for a kind of article that have one meaning. Words of a headline or a section are not read: they may mean anything. */
const KINDS: readonly (readonly [kind: RegExp, mark: ArticleMark])[] = [
  [/^(?:claim ?review|fact[ -]?check)$/i, "fact-check"],
  [/^live ?blog(?: ?posting)?$/i, "live"],
  [/^(?:opinion(?: ?news ?article)?|op-?ed)$/i, "opinion"],
];

/**
 * The marks of a feed's item: only what it says in an element made for that.
 *
 * Sources: Dublin Core (`dc:type`, often with a type of schema.org; `dc:creator`, `author`), and Google's news sitemap
 * (`news:genres`, `news:access`).
 */
export function itemMarks({
  kinds,
  authors,
  isPaid,
}: Pick<FeedItem, "kinds" | "authors" | "isPaid">): ArticleMark[] {
  const stated = kinds.map((kind) => kind.trim());
  return allMarks(
    KINDS.flatMap(([words, mark]) => (stated.some((kind) => words.test(kind)) ? [mark] : [])),
    // A text of an agency and of somebody at the outlet is the outlet's own.
    authors.length > 0 && authors.every(isNewsAgency) ? ["agency"] : [],
    isPaid ? ["paywall"] : [],
  );
}
