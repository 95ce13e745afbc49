import { countryCode, type Term } from "../words/article-terms.ts";
import { isPair } from "../words/split-words.ts";
import { type Rarities, rarityOf } from "./rarities.ts";
import { termHash, trigramHashes } from "./term-hash.ts";

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
 * @param terms each once, the weightiest first
 */
export function featureVector(
  terms: readonly RatedTerm[],
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
    // By index, here and below: a question runs this some thousand times before it is compiled.
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
