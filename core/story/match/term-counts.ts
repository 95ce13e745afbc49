import type { Term } from "../words/article-terms.ts";
import { hasTrigrams } from "./feature-vector.ts";
import {
  COMMON_SHARE,
  type Rarities,
  rarityByte,
  TRIGRAM_BUCKETS,
  trigramBucket,
} from "./rarities.ts";
import { trigramHashes } from "./term-hash.ts";
import { termKeys } from "./term-keys.ts";

/** In how many articles each key and each bucket of trigrams occurs: the first pass over a data set. */
export class TermCounts {
  readonly #keys = new Map<number, number>();
  readonly #trigrams = new Uint32Array(TRIGRAM_BUCKETS);
  /** The number, from 1, of the article for which each bucket was last counted. */
  readonly #last = new Uint32Array(TRIGRAM_BUCKETS);
  /** How many articles were added. */
  articles = 0;

  /** @param terms `indexedTerms` of an article */
  add(terms: readonly Term[]): void {
    this.articles++;
    for (const key of termKeys(terms).keys()) this.#keys.set(key, this.of(key) + 1);
    for (const { text } of terms)
      if (hasTrigrams(text))
        for (const hash of trigramHashes(text)) this.#count(trigramBucket(hash));
  }

  /** How many articles have a key. */
  of(key: number): number {
    return this.#keys.get(key) ?? 0;
  }

  /** The exact rarities, as the build of an index knows them. */
  exact(): Rarities {
    return this.#rarities((key) => this.of(key));
  }

  /** The rarities that a query knows before it has read a posting list. */
  known(): Rarities {
    const least = this.articles * COMMON_SHARE;
    return this.#rarities((key) => (this.of(key) > least ? this.of(key) : least / 2));
  }

  /** The common keys (`COMMON_SHARE`), each with its rarity byte. */
  commonKeys(): [key: number, rarity: number][] {
    const least = this.articles * COMMON_SHARE;
    return [...this.#keys]
      .filter(([, frequency]) => frequency > least)
      .map(([key, frequency]) => [key, rarityByte(frequency, this.articles)]);
  }

  /** The rarity byte of all other keys before their lists are read. */
  otherKeys(): number {
    return rarityByte((this.articles * COMMON_SHARE) / 2, this.articles);
  }

  /** The rarity byte of each bucket of trigrams. */
  trigramRarities(): Uint8Array<ArrayBuffer> {
    const rarities = new Uint8Array(TRIGRAM_BUCKETS);
    // Most buckets have one of few counts. A logarithm for each would take most of the time of a small index.
    const byCount = new Map<number, number>();
    for (let bucket = 0; bucket < TRIGRAM_BUCKETS; bucket++) {
      const count = this.#trigrams[bucket] ?? 0;
      const byte = byCount.get(count) ?? rarityByte(count, this.articles);
      byCount.set(count, byte);
      rarities[bucket] = byte;
    }
    return rarities;
  }

  /** The rarity byte of a bucket of trigrams that no article has. */
  emptyTrigram(): number {
    return rarityByte(0, this.articles);
  }

  #count(bucket: number): void {
    if (this.#last[bucket] === this.articles) return;
    this.#last[bucket] = this.articles;
    this.#trigrams[bucket] = (this.#trigrams[bucket] ?? 0) + 1;
  }

  #rarities(frequency: (key: number) => number): Rarities {
    const { articles } = this;
    const trigrams = this.trigramRarities();
    return {
      articles,
      key: (key) => rarityByte(frequency(key), articles),
      trigram: (hash) => trigrams[trigramBucket(hash)] ?? 0,
    };
  }
}
