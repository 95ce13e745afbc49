import { countryCode, type Term } from "../words/article-terms.ts";
import { isPair } from "../words/split-words.ts";
import { type Rarities, rarityOf } from "./rarities.ts";
import { termHash, trigramHashes } from "./term-hash.ts";

/** An article's distinct features as hashes, and the weight of each. The vector has unit length. */
export interface FeatureVector {
  readonly features: readonly number[];
  readonly weights: readonly number[];
}

/** A term with the rarity of its key; frequencies are counted per key and not per word. */
export interface TermWithRarity extends Term {
  /** A byte (`rarityByte`). */
  readonly rarity: number;
}

/**
 * The exponent of the inverse document frequency. A little below 1 keeps a single rare word from deciding
 * alone (`docs/decisions/story-ranking.md`).
 */
const RARITY_POWER = 0.9;
/** The factor for each rarity byte. */
const POWERS = Array.from({ length: 256 }, (_, byte) => rarityOf(byte) ** RARITY_POWER);

/**
 * The vector of an article: its terms and their letter trigrams, each with weight times rarity, scaled to unit length
 * (tf–idf; Salton & Buckley, "Term-weighting approaches in automatic text retrieval", Information Processing &
 * Management 24, 1988). A trigram has the weight of the heaviest word that contains it.
 *
 * @param terms each once, the heaviest first
 */
export function featureVector(
  terms: readonly TermWithRarity[],
  rarities: Pick<Rarities, "trigram">,
): FeatureVector {
  const features: number[] = [];
  const weights: number[] = [];
  const trigrams = new Set<number>();
  let squares = 0;
  const add = (feature: number, weight: number) => {
    features.push(feature);
    weights.push(weight);
    squares += weight * weight;
  };
  for (const { text, weight, rarity } of terms) {
    add(termHash(text), weight * (POWERS[rarity] ?? 0));
    if (!hasTrigrams(text)) continue;
    // An indexed loop, here and below: a query runs this some thousand times before the engine compiles it.
    const hashes = trigramHashes(text);
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i] as number;
      if (trigrams.has(hash)) continue;
      trigrams.add(hash);
      add(hash, weight * (POWERS[rarities.trigram(hash)] ?? 0));
    }
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / length;
  return { features, weights };
}

/** Whether a term has letter trigrams: countries and character pairs have none. */
export function hasTrigrams(term: string): boolean {
  return countryCode(term) === null && !isPair(term);
}

/** A function that gives the cosine of this vector with another one, from 0 to 1. Both have unit length. */
export function cosineWith({ features, weights }: FeatureVector): (other: FeatureVector) => number {
  const own = new Map(features.map((feature, i) => [feature, weights[i] ?? 0]));
  return (other) => {
    let sum = 0;
    for (let i = 0; i < other.features.length; i++)
      sum += (own.get(other.features[i] ?? 0) ?? 0) * (other.weights[i] ?? 0);
    return sum;
  };
}
