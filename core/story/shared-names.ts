import type { FeatureVector } from "./feature-vector.ts";

/** Words that a reason shows. */
const SHOWN = 4;

/**
 * The words and countries of two articles that added most to their similarity, the weightiest first.
 *
 * @param names the text behind the first article's features; what has none (letter trigrams) is not shown
 */
export function sharedNames(
  a: FeatureVector,
  names: ReadonlyMap<number, string>,
  b: FeatureVector,
): string[] {
  const weights = new Map<number, number>();
  for (let i = 0; i < b.features.length; i++) weights.set(b.features[i] ?? 0, b.weights[i] ?? 0);
  const shared: { name: string; weight: number }[] = [];
  for (let i = 0; i < a.features.length; i++) {
    const feature = a.features[i] ?? 0;
    const name = names.get(feature);
    const weight = (a.weights[i] ?? 0) * (weights.get(feature) ?? 0);
    if (name !== undefined && weight > 0) shared.push({ name, weight });
  }
  shared.sort((left, right) => right.weight - left.weight);
  return shared.slice(0, SHOWN).map(({ name }) => name);
}
