import { foldCopies } from "../story/copies/near-copies.ts";
import type { CountryNames } from "../story/words/country-names.ts";
import { compareHeadlines, type MarkedRange } from "./compare-headlines.ts";
import { type ComparedArticle, readArticle } from "./compared-text.ts";
import { type FigureTable, figureTables } from "./figure-tables.ts";
import { type MissingMention, missingMentions } from "./missing-mentions.ts";

/** What the headlines and excerpts of a story's articles have in common, and where they differ. */
export interface Comparison {
  /** For each article the marked parts of its headline. */
  readonly headlines: readonly (readonly MarkedRange[])[];
  readonly figures: readonly FigureTable[];
  /** What others mention and the first article's page does not; `null` where its text could not be read. */
  readonly missing: readonly MissingMention[] | null;
}

/**
 * Compares articles that tell one story. Nothing is said that does not stand in one of them, and in doubt nothing is marked.
 *
 * @param articles at least two; the first one is the open page
 * @param pageText the text of that page, `null` where it could not be read
 */
export function compareArticles(
  articles: readonly ComparedArticle[],
  pageText: string | null,
  countries: CountryNames,
): Comparison {
  const read = articles.map(readArticle);
  const timeOf = (at: number) => articles[at]?.published ?? Number.MAX_VALUE;
  // Of the copies of one text the open page stands for it, else the earliest.
  const originals = foldCopies(articles)
    .map((places) => (places.includes(0) ? 0 : places.toSorted((a, b) => timeOf(a) - timeOf(b))[0]))
    .filter((place) => place !== undefined);
  return {
    headlines: compareHeadlines(read, countries),
    figures: figureTables(read, originals),
    missing:
      pageText === null
        ? null
        : missingMentions(
            read,
            originals.filter((place) => place !== 0),
            pageText,
            countries,
          ),
  };
}
