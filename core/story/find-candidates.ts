import type { Term } from "./article-terms.ts";
import type { RatedTerm } from "./feature-vector.ts";
import { rarityByte, rarityOf } from "./rarities.ts";
import { BLOCK_ARTICLES, type StorySource } from "./story-source.ts";
import { keyHash } from "./term-hash.ts";
import { termKeys, weightiestKeys } from "./term-keys.ts";
import { timeCloseness } from "./time-closeness.ts";

/** Keys that a question reads, the ones that say most. */
export const MAX_ASKED_KEYS = 12;
/** Blocks of texts that it reads. */
export const MAX_BLOCKS = 12;
/** Articles that are compared in full. */
export const MAX_CANDIDATES = 40;
/** Articles of which they are chosen. */
const MAX_SORTED = 4 * MAX_CANDIDATES;

export interface Candidates {
  /** The best first. */
  readonly ordinals: readonly number[];
  /** The question's terms; the rarities of keys that were read are exact now. */
  readonly terms: readonly RatedTerm[];
}

/**
 * The articles that may tell the story: those that share the question's weightiest keys, by the sum of both weights
 * times rarity squared, times closeness in time.
 *
 * @param except an ordinal that is left out: the page itself
 */
export async function findCandidates(
  terms: readonly Term[],
  published: number | null,
  source: Pick<StorySource, "rarities" | "postings">,
  except: number | null = null,
): Promise<Candidates> {
  const rarities = await source.rarities();
  const keys = termKeys(terms);
  const asked = weightiestKeys(keys, rarities, MAX_ASKED_KEYS);
  const exact = new Map<number, number>();
  const scores = new Map<number, number>();
  const lists = await source.postings(asked, published);
  for (const [i, { total, ordinals, times, weights }] of lists.entries()) {
    const key = asked[i] ?? 0;
    const rarity = rarityByte(total, rarities.articles);
    exact.set(key, rarity);
    const weight = (keys.get(key) ?? 0) * rarityOf(rarity) ** 2;
    for (let at = 0; at < ordinals.length; at++) {
      const ordinal = ordinals[at] ?? 0;
      const score = weight * (weights[at] ?? 0) * timeCloseness(published, times[at] ?? null);
      scores.set(ordinal, (scores.get(ordinal) ?? 0) + score);
    }
  }
  if (except !== null) scores.delete(except);
  const rated = terms.map((term) => {
    const key = keyHash(term.text);
    return { ...term, rarity: exact.get(key) ?? rarities.key(key) };
  });
  return { ordinals: bestInFewBlocks(scores), terms: rated };
}

/** The best that lie in the blocks in which most of the best lie. */
function bestInFewBlocks(scores: ReadonlyMap<number, number>): number[] {
  // Sorting a few hundred of thousands in full takes most of a worker's first question.
  const least = Float64Array.from(scores.values()).sort().at(-MAX_SORTED) ?? 0;
  const sorted = [...scores]
    .filter(([, score]) => score >= least)
    .sort(([a, left], [b, right]) => right - left || b - a);
  const blocks = new Map<number, number>();
  for (const [ordinal, score] of sorted.slice(0, MAX_CANDIDATES))
    blocks.set(blockOf(ordinal), (blocks.get(blockOf(ordinal)) ?? 0) + score);
  const best = [...blocks].sort(([, a], [, b]) => b - a).slice(0, MAX_BLOCKS);
  const read = new Set(best.map(([block]) => block));
  const found: number[] = [];
  for (const [ordinal] of sorted) {
    if (found.length === MAX_CANDIDATES) break;
    if (read.has(blockOf(ordinal))) found.push(ordinal);
  }
  return found;
}

function blockOf(ordinal: number): number {
  return Math.floor(ordinal / BLOCK_ARTICLES);
}
