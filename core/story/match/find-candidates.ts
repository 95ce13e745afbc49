import type { Term } from "../words/article-terms.ts";
import type { TermWithRarity } from "./feature-vector.ts";
import { rarityByte, rarityOf } from "./rarities.ts";
import { BLOCK_ARTICLES, type StorySource } from "./story-source.ts";
import { termKeyHash } from "./term-hash.ts";
import { termKeys, weightiestKeys } from "./term-keys.ts";
import { timeCloseness } from "./time-closeness.ts";

/** Most posting lists that a query reads, those of the keys that say most. */
export const MAX_QUERY_KEYS = 12;
/** Most blocks of texts that a query reads. */
export const MAX_BLOCKS = 12;
/** Most articles that are compared in full. */
export const MAX_CANDIDATES = 40;

/** The articles to compare with a query. */
export interface Candidates {
  /** The best first. */
  readonly ordinals: readonly number[];
  /** The query's terms with their rarities, which are exact for the keys whose lists were read. */
  readonly terms: readonly TermWithRarity[];
}

/**
 * The articles that may tell the story: those that share the query's heaviest keys. An article's score is the sum, over the
 * shared keys, of the product of both weights, the squared rarity of the key and the closeness in time.
 *
 * @param published of the page, ms since 1970, or `null`
 * @param except an ordinal to leave out: that of the page itself
 */
export async function findCandidates(
  terms: readonly Term[],
  published: number | null,
  source: Pick<StorySource, "rarities" | "postings">,
  except: number | null = null,
): Promise<Candidates> {
  const rarities = await source.rarities();
  const keys = termKeys(terms);
  const queried = weightiestKeys(keys, rarities, MAX_QUERY_KEYS);
  const exact = new Map<number, number>();
  const scores = new Map<number, number>();
  const lists = await source.postings(queried, published);
  for (const [i, { total, ordinals, times, weights }] of lists.entries()) {
    const key = queried[i] ?? 0;
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
    const key = termKeyHash(term.text);
    return { ...term, rarity: exact.get(key) ?? rarities.key(key) };
  });
  return { ordinals: bestInFewBlocks(scores), terms: rated };
}

/** The best ordinals within the `MAX_BLOCKS` blocks that hold the most score. */
function bestInFewBlocks(scores: ReadonlyMap<number, number>): number[] {
  const blocks = new Map<number, number>();
  for (const [ordinal, score] of highest(scores, MAX_CANDIDATES))
    blocks.set(blockOf(ordinal), (blocks.get(blockOf(ordinal)) ?? 0) + score);
  const read = new Map(highest(blocks, MAX_BLOCKS));
  const readable = new Map([...scores].filter(([ordinal]) => read.has(blockOf(ordinal))));
  return highest(readable, MAX_CANDIDATES).map(([ordinal]) => ordinal);
}

/** The entries with the highest scores, falling; of equal scores the higher key first. Much faster than sorting all of them. */
function highest(scores: ReadonlyMap<number, number>, most: number): [number, number][] {
  const found: [key: number, score: number][] = [];
  for (const [key, score] of scores) {
    const last = found[most - 1];
    if (last !== undefined && !isLess(last, score, key)) continue;
    let at = found.length;
    while (at > 0 && isLess(found[at - 1], score, key)) at--;
    found.splice(at, 0, [key, score]);
    if (found.length > most) found.pop();
  }
  return found;
}

function isLess(
  entry: readonly [key: number, score: number] | undefined,
  score: number,
  key: number,
): boolean {
  return entry !== undefined && (entry[1] < score || (entry[1] === score && entry[0] < key));
}

function blockOf(ordinal: number): number {
  return Math.floor(ordinal / BLOCK_ARTICLES);
}
