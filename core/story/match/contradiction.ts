import { countryCode } from "../words/article-terms.ts";
import type { TermWithRarity } from "./feature-vector.ts";
import { rarityOf } from "./rarities.ts";
import { termKeyHash } from "./term-hash.ts";

/** What an article says of its event: the details of its headline, and all that it mentions. */
export interface EventDetails {
  readonly countries: readonly number[];
  readonly figures: readonly number[];
  readonly names: readonly number[];
  /** Whether its names are in Latin letters (Greek and Cyrillic ones are, once folded). */
  readonly isLatin: boolean;
  /** Keys of all its terms. A list, since thousands of articles are kept and each has few. */
  readonly mentioned: readonly number[];
}

/** What disjoint details take from the log-odds that two articles tell one story (`docs/decisions/stories-of-the-day.md`). */
const WEIGHTS = { countries: 4, names: 4, figures: 1.5 } as const;
const LATIN = /^[a-z]/;
/** Names that more than one article in twenty has are the theme of the day and tell no event from another. */
const LEAST_RARITY = Math.log(20);

/**
 * What an article says of its event.
 *
 * @param terms `indexedTerms` or `pageTerms`, with the rarities of their keys
 */
export function eventDetails(terms: readonly TermWithRarity[]): EventDetails {
  const countries: number[] = [];
  const figures: number[] = [];
  const names: number[] = [];
  let isLatin = false;
  const mentioned: number[] = [];
  for (const { text, rarity, isDetail } of terms) {
    const key = termKeyHash(text);
    mentioned.push(key);
    if (isDetail !== true) continue;
    if (countryCode(text) !== null) countries.push(key);
    else if (/^\d/.test(text)) figures.push(key);
    else if (rarityOf(rarity) >= LEAST_RARITY) {
      names.push(key);
      isLatin ||= LATIN.test(text);
    }
  }
  return { countries, figures, names, isLatin, mentioned };
}

/**
 * How much speaks against two articles telling one story, as what it takes from the log-odds: each names countries, people or
 * places, or gives figures, of which the other has none.
 */
export function contradiction(a: EventDetails, b: EventDetails): number {
  const apart = (field: "countries" | "names" | "figures") =>
    Math.min(shareMissing(a[field], b.mentioned), shareMissing(b[field], a.mentioned)) ** 2;
  return (
    WEIGHTS.countries * apart("countries") +
    WEIGHTS.names * (a.isLatin === b.isLatin ? apart("names") : 0) +
    WEIGHTS.figures * apart("figures")
  );
}

/** The share of some keys that are not among others; 0 of none. */
function shareMissing(keys: readonly number[], others: readonly number[]): number {
  if (keys.length === 0) return 0;
  return keys.filter((key) => !others.includes(key)).length / keys.length;
}
