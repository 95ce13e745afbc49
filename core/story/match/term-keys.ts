import { countryCode, type Term } from "../words/article-terms.ts";
import type { Rarities } from "./rarities.ts";
import { termKeyHash } from "./term-hash.ts";

/** As a key, a country counts as much as the first word of a headline. */
const COUNTRY_KEY_WEIGHT = 100;

/** The keys of terms, each with the weight of its heaviest term. */
export function termKeys(terms: readonly Term[]): Map<number, number> {
  const keys = new Map<number, number>();
  for (const { text, weight } of terms) {
    const key = termKeyHash(text);
    const own = countryCode(text) === null ? weight : COUNTRY_KEY_WEIGHT;
    if ((keys.get(key) ?? 0) < own) keys.set(key, own);
  }
  return keys;
}

/** The keys that say most, by weight times rarity, falling; at most `most`. */
export function weightiestKeys(
  keys: ReadonlyMap<number, number>,
  rarities: Pick<Rarities, "key">,
  most: number,
): number[] {
  return Array.from(keys, ([key, weight]) => ({ key, weight: weight * rarities.key(key) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ key }) => key);
}
