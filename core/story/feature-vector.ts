/** An article's features, rising, and their weights; the weights' squares sum to 1. */
export interface FeatureVector {
  readonly features: Uint32Array;
  readonly weights: Float32Array;
}

/** How many articles there are, and in how many of them a feature occurs. */
export interface FeatureFrequencies {
  readonly articles: number;
  of(feature: number): number;
}

/**
 * The power of the inverse document frequency. A little below 1 keeps one rare word from deciding
 * alone (`docs/matching.md`, parameters).
 */
const RARITY_POWER = 0.9;

/** How much rarer than in every article a feature is: ln(articles / frequency), at least 0. */
export function rarity(feature: number, frequencies: FeatureFrequencies): number {
  return Math.max(0, Math.log((frequencies.articles + 1) / Math.max(1, frequencies.of(feature))));
}

/**
 * Weights times rarity, to unit length (tf–idf; Salton & Buckley, "Term-weighting approaches in automatic
 * text retrieval", Information Processing & Management 24, 1988).
 */
export function featureVector(
  compared: ReadonlyMap<number, number>,
  frequencies: FeatureFrequencies,
): FeatureVector {
  const features = Uint32Array.from(compared.keys()).sort();
  const weights = new Float32Array(features.length);
  let squares = 0;
  for (let i = 0; i < features.length; i++) {
    const feature = features[i] ?? 0;
    const weight = (compared.get(feature) ?? 0) * rarity(feature, frequencies) ** RARITY_POWER;
    weights[i] = weight;
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / length;
  return { features, weights };
}

/** Cosine of two vectors of unit length, 0 to 1. */
export function cosine(a: FeatureVector, b: FeatureVector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.features.length && j < b.features.length) {
    const left = a.features[i] ?? 0;
    const right = b.features[j] ?? 0;
    if (left === right) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
    else if (left < right) i++;
    else j++;
  }
  return sum;
}
