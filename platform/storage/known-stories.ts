import { murmur3 } from "../../core/hash.ts";
import type { KnownStories } from "../../core/today/growing-stories.ts";
import { groupedArticlesItem } from "./stored-items.ts";

const SEEDS = [0x2c9277b5, 0x5bd1e995] as const;

/** A hash of 53 bits: among 70,000 articles two have the same one once in four million times. */
function hashOf(key: string): number {
  return murmur3(key, SEEDS[0]) * 2 ** 21 + (murmur3(key, SEEDS[1]) >>> 11);
}

/**
 * Keeps which story each article is in until the browser ends: about 25 bytes for each.
 *
 * @param from all articles from this time on were grouped, ms since 1970
 */
export async function keepKnownStories(
  numbers: readonly (readonly [key: string, story: number])[],
  from: number,
): Promise<void> {
  const written = {
    from,
    keys: numbers.map(([key]) => hashOf(key)),
    stories: numbers.map(([, story]) => story),
  };
  await groupedArticlesItem.change(() => written);
}

/**
 * Which story each article was in when a worker before this one had grouped them; `null` if none has grouped all articles
 * from a time on (ms since 1970).
 */
export async function readKnownStories(from: number): Promise<KnownStories | null> {
  const kept = await groupedArticlesItem.read();
  if (kept === null || kept.from > from) return null;
  const byHash = new Map(kept.keys.map((hash, i) => [hash, kept.stories[i] ?? 0]));
  return (key) => byHash.get(hashOf(key));
}
