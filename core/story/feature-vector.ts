import { countryCode, type Term } from "./article-terms.ts";
import { type Rarities, rarityOf } from "./rarities.ts";
import { isPair } from "./split-words.ts";
import { forEachTrigram, termHash } from "./term-hash.ts";

/** An article's distinct features, as hashes, and their weights; the weights' squares sum to 1. */
export interface FeatureVector {
  readonly features: readonly number[];
  readonly weights: readonly number[];
}

/** A term with the rarity of its key: words have no frequencies of their own. */
export interface RatedTerm extends Term {
  /** A byte (`rarityByte`). */
  readonly rarity: number;
}

/**
 * The power of the inverse document frequency. A little below 1 keeps one rare word from deciding
 * alone (`docs/matching.md`, parameters).
 */
const RARITY_POWER = 0.9;
/** Of each byte of rarity. */
const POWERS = Array.from({ length: 256 }, (_, byte) => rarityOf(byte) ** RARITY_POWER);

/**
 * The terms and their letter trigrams, each weight times rarity, to unit length (tf–idf; Salton & Buckley,
 * "Term-weighting approaches in automatic text retrieval", Information Processing & Management 24, 1988). A trigram
 * has the weight of the weightiest word it is in.
 *
 * @param terms each once
 */
export function featureVector(
  terms: readonly RatedTerm[],
  rarities: Pick<Rarities, "trigram">,
): FeatureVector {
  const features: number[] = [];
  const weights: number[] = [];
  const trigrams = new Map<number, number>();
  for (const { text, weight, rarity } of terms) {
    features.push(termHash(text));
    weights.push(weight * (POWERS[rarity] ?? 0));
    if (hasTrigrams(text))
      forEachTrigram(text, (hash) => {
        if ((trigrams.get(hash) ?? 0) < weight) trigrams.set(hash, weight);
      });
  }
  for (const [trigram, weight] of trigrams) {
    features.push(trigram);
    weights.push(weight * (POWERS[rarities.trigram(trigram)] ?? 0));
  }
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return { features, weights: weights.map((weight) => weight / length) };
}

/** Countries and pairs of characters have none. */
export function hasTrigrams(term: string): boolean {
  return countryCode(term) === null && !isPair(term);
}

/** Cosine of vectors of unit length with one of them, 0 to 1. */
export function cosineWith({ features, weights }: FeatureVector): (other: FeatureVector) => number {
  const own = new Map(features.map((feature, i) => [feature, weights[i] ?? 0]));
  return (other) => {
    let sum = 0;
    for (let i = 0; i < other.features.length; i++)
      sum += (own.get(other.features[i] ?? 0) ?? 0) * (other.weights[i] ?? 0);
    return sum;
  };
}
