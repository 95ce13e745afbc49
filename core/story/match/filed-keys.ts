import type { Term } from "../words/article-terms.ts";
import type { Rarities } from "./rarities.ts";
import { termKeys, weightiestKeys } from "./term-keys.ts";

/** Most keys that an article is filed under. */
const MAX_FILED_KEYS = 24;
/** Keeps a headline of two words from outweighing all others. */
const LENGTH_OFFSET = 4;
/** Makes most of a byte. */
const SCALE = 4;

export interface FiledKey {
  readonly key: number;
  /** A byte, smaller in longer articles. */
  readonly weight: number;
}

/**
 * The keys whose posting lists have an article, the ones that say most of it.
 *
 * @param terms `indexedTerms`
 */
export function filedKeys(terms: readonly Term[], rarities: Pick<Rarities, "key">): FiledKey[] {
  const keys = termKeys(terms);
  const length = Math.sqrt(LENGTH_OFFSET + keys.size);
  return weightiestKeys(keys, rarities, MAX_FILED_KEYS).map((key) => ({
    key,
    weight: Math.min(255, Math.round((SCALE * (keys.get(key) ?? 0)) / length)),
  }));
}
