import type { Term } from "../story/article-terms.ts";
import { filedKeys } from "../story/filed-keys.ts";
import type { Rarities } from "../story/rarities.ts";
import {
  type GrowingSource,
  MAX_POSTINGS,
  type Postings,
  type StoredText,
} from "../story/story-source.ts";
import type { TermCounts } from "../story/term-counts.ts";
import { keyHash } from "../story/term-hash.ts";

/** Articles that can still be joined: some 5 kB each, with what is compared of them. */
const WINDOW = 16_384;

interface RecentList {
  readonly ordinals: number[];
  readonly weights: number[];
}

/**
 * The latest articles of a stream in order of time, as an index: what grouping compares a new
 * article with. What is older takes no new members.
 */
export class RecentArticles implements GrowingSource {
  readonly #counts: TermCounts;
  readonly #rarities: Rarities;
  readonly #texts: StoredText[] = [];
  readonly #lists = new Map<number, RecentList>();
  #count = 0;

  /** @param counts of the whole data set */
  constructor(counts: TermCounts) {
    this.#counts = counts;
    this.#rarities = counts.exact();
  }

  async rarities(): Promise<Rarities> {
    return this.#rarities;
  }

  add(terms: readonly Term[], published: number | null): number {
    const ordinal = this.#count++;
    const rated = terms.map((term) => ({
      ...term,
      rarity: this.#rarities.key(keyHash(term.text)),
    }));
    this.#texts[ordinal % WINDOW] = { ordinal, published, terms: rated };
    for (const { key, weight } of filedKeys(terms, this.#rarities)) {
      const list = this.#lists.get(key) ?? { ordinals: [], weights: [] };
      this.#lists.set(key, list);
      list.ordinals.push(ordinal);
      list.weights.push(weight);
      if (list.ordinals.length >= 2 * MAX_POSTINGS) {
        list.ordinals.splice(0, MAX_POSTINGS);
        list.weights.splice(0, MAX_POSTINGS);
      }
    }
    if (ordinal % WINDOW === WINDOW - 1) this.#forget();
    return ordinal;
  }

  /** The latest of each key: every question of a stream is about its end. */
  async postings(keys: readonly number[]): Promise<Postings[]> {
    return keys.map((key) => {
      const list = this.#lists.get(key);
      const total = this.#counts.of(key);
      const ordinals = list?.ordinals.slice(-MAX_POSTINGS) ?? [];
      const weights = list?.weights.slice(-MAX_POSTINGS) ?? [];
      const times = ordinals.map((ordinal) => this.#at(ordinal)?.published ?? null);
      return { total, ordinals, times, weights };
    });
  }

  async texts(ordinals: readonly number[]): Promise<StoredText[]> {
    return ordinals.flatMap((ordinal) => this.#at(ordinal) ?? []);
  }

  async sameStory(): Promise<readonly number[]> {
    return [];
  }

  #at(ordinal: number): StoredText | undefined {
    return this.#count - ordinal > WINDOW ? undefined : this.#texts[ordinal % WINDOW];
  }

  #forget(): void {
    const oldest = this.#count - WINDOW;
    for (const [key, list] of this.#lists) {
      const from = list.ordinals.findIndex((ordinal) => ordinal >= oldest);
      if (from === -1) this.#lists.delete(key);
      else {
        list.ordinals.splice(0, from);
        list.weights.splice(0, from);
      }
    }
  }
}
