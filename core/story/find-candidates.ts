import { type FeatureFrequencies, rarity } from "./feature-vector.ts";
import type { Features } from "./features.ts";
import type { StorySource } from "./story-source.ts";
import { timeCloseness } from "./time-closeness.ts";

/** Keys that a question reads, the ones that say most: bounds its reads. */
const MAX_KEYS = 16;
/** Articles that are compared in full: bounds its work. */
export const MAX_CANDIDATES = 64;

/**
 * Ordinals of the articles that may tell the story, best first: those that share the question's weightiest keys,
 * by the sum of both weights times rarity squared, times closeness in time.
 *
 * @param except an ordinal that is left out: the page itself
 */
export async function findCandidates(
  { keys }: Pick<Features, "keys">,
  published: number | null,
  source: StorySource,
  except: number | null = null,
): Promise<number[]> {
  const chosen = weightiest(keys, source.frequencies);
  const scores = new Map<number, number>();
  const lists = await source.postings(chosen, published);
  for (const [i, { total, ordinals, times, weights }] of lists.entries()) {
    const { articles } = source.frequencies;
    const weight =
      (keys.get(chosen[i] ?? 0) ?? 0) * Math.log((articles + 1) / Math.max(1, total)) ** 2;
    for (let at = 0; at < ordinals.length; at++) {
      const ordinal = ordinals[at] ?? 0;
      const score = weight * (weights[at] ?? 0) * timeCloseness(published, times[at] ?? null);
      scores.set(ordinal, (scores.get(ordinal) ?? 0) + score);
    }
  }
  if (except !== null) scores.delete(except);
  return [...scores]
    .sort(([a, left], [b, right]) => right - left || b - a)
    .slice(0, MAX_CANDIDATES)
    .map(([ordinal]) => ordinal);
}

function weightiest(keys: ReadonlyMap<number, number>, frequencies: FeatureFrequencies): number[] {
  return [...keys]
    .map(([key, weight]) => ({ key, weight: weight * rarity(key, frequencies) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_KEYS)
    .map(({ key }) => key);
}
