import { countryCode } from "./article-terms.ts";
import type { RatedTerm } from "./feature-vector.ts";

/** Words that a reason shows. */
const SHOWN = 4;

/**
 * The words and countries of two articles that added most to their similarity, the weightiest first.
 */
export function sharedNames(page: readonly RatedTerm[], article: readonly RatedTerm[]): string[] {
  const others = new Map(article.map((term) => [term.text, term]));
  return page
    .flatMap(({ text, weight, rarity }) => {
      const other = others.get(text);
      const shared = weight * rarity * (other?.weight ?? 0) * (other?.rarity ?? 0);
      return shared > 0 ? { name: countryCode(text) ?? text, shared } : [];
    })
    .sort((a, b) => b.shared - a.shared)
    .slice(0, SHOWN)
    .map(({ name }) => name);
}
