import { countryCode } from "../words/article-terms.ts";
import { FIELD_WEIGHT } from "../words/article-words.ts";
import { FUNCTION_WORDS } from "../words/function-words.ts";
import type { TermWithRarity } from "./feature-vector.ts";
import { rarityOf } from "./rarities.ts";
import { termKeyHash } from "./term-hash.ts";

/**
 * What an article says of its event: the details of its headline, and all that it mentions. Terms stand here by their keys,
 * in lists, since thousands of articles are kept and each has few.
 */
export interface EventDetails {
  readonly countries: readonly number[];
  readonly figures: readonly number[];
  readonly names: readonly number[];
  /** Whether its names are in Latin letters (Greek and Cyrillic ones are, once folded). */
  readonly isLatin: boolean;
  /** All its terms. */
  readonly mentioned: readonly number[];
  /**
   * Its countries, and its words that are no function words. Words for a country are left out. Common words count, since in a
   * small set the words of a story are common.
   */
  readonly telling: readonly number[];
  /** Those of these words that are in its headline. */
  readonly headline: readonly number[];
}

const LATIN = /^[a-z]/;
/** Names that more than one article in twenty has are the theme of the day and tell no event from another. */
const LEAST_RARITY = Math.log(20);
/** Words of the headline weigh more than all others, in hundredths (the last ones of a very long headline do not). */
const HEADLINE_WEIGHT = 100 * FIELD_WEIGHT.address;
const FEWEST_LETTERS = 3;

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
  const telling = new Set<number>();
  const headline = new Set<number>();
  for (const { text, weight, rarity, isDetail, isCountryName } of terms) {
    const key = termKeyHash(text);
    mentioned.push(key);
    const isCountry = countryCode(text) !== null;
    if (isCountryName !== true && text.length >= FEWEST_LETTERS && !FUNCTION_WORDS.has(text)) {
      telling.add(key);
      if (!isCountry && weight > HEADLINE_WEIGHT) headline.add(key);
    }
    if (isDetail !== true) continue;
    if (isCountry) countries.push(key);
    else if (/^\d/.test(text)) figures.push(key);
    else if (rarityOf(rarity) >= LEAST_RARITY) {
      names.push(key);
      isLatin ||= LATIN.test(text);
    }
  }
  return {
    ...{ countries, figures, names, isLatin, mentioned },
    ...{ telling: [...telling], headline: [...headline] },
  };
}
