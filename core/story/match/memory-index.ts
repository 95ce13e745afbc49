import type { Term } from "../words/article-terms.ts";
import { postingKeys } from "./posting-keys.ts";
import type { Rarities } from "./rarities.ts";
import { MAX_POSTINGS, type Postings, type StoredText, type StorySource } from "./story-source.ts";
import type { TermCounts } from "./term-counts.ts";
import { termKeyHash } from "./term-hash.ts";

interface PostingList {
  readonly ordinals: number[];
  readonly times: (number | null)[];
  readonly weights: number[];
}

/**
 * A story index in memory, for grouping articles at import and for benchmarks. It keeps exactly what the
 * index on disk keeps.
 */
export class MemoryIndex implements StorySource {
  readonly #counts: TermCounts;
  readonly #exact: Rarities;
  readonly #known: Rarities;
  readonly #texts = new Map<number, StoredText>();
  #next = 0;
  readonly #lists = new Map<number, PostingList>();

  /** @param counts of the whole data set */
  constructor(counts: TermCounts) {
    this.#counts = counts;
    this.#exact = counts.exact();
    this.#known = counts.known();
  }

  /**
   * Adds an article. The earliest come first; those without a time come before all others.
   *
   * @param terms `indexedTerms`
   * @returns its ordinal
   */
  add(terms: readonly Term[], published: number | null): number {
    const ordinal = this.#next++;
    const rated = terms.map((term) => ({
      ...term,
      rarity: this.#exact.key(termKeyHash(term.text)),
    }));
    this.#texts.set(ordinal, { ordinal, published, terms: rated });
    for (const { key, weight } of postingKeys(terms, this.#exact)) {
      const list = this.#listOf(key);
      list.ordinals.push(ordinal);
      list.times.push(published);
      list.weights.push(weight);
    }
    return ordinal;
  }

  /** Removes the earliest article. */
  removeFirst(): void {
    const [first] = this.#texts.values();
    if (first === undefined) return;
    this.#texts.delete(first.ordinal);
    for (const { key } of postingKeys(first.terms, this.#exact)) {
      const list = this.#listOf(key);
      list.ordinals.shift();
      list.times.shift();
      list.weights.shift();
      if (list.ordinals.length === 0) this.#lists.delete(key);
    }
  }

  async rarities(): Promise<Rarities> {
    return this.#known;
  }

  async postings(keys: readonly number[], around: number | null): Promise<readonly Postings[]> {
    return keys.map((key) => {
      const total = this.#counts.of(key);
      const list = this.#lists.get(key);
      if (list === undefined) return { total, ordinals: [], times: [], weights: [] };
      if (list.ordinals.length <= MAX_POSTINGS) return { total, ...list };
      const from = pieceAround(list.times, around);
      const to = from + MAX_POSTINGS;
      return {
        total,
        ordinals: list.ordinals.slice(from, to),
        times: list.times.slice(from, to),
        weights: list.weights.slice(from, to),
      };
    });
  }

  async texts(ordinals: readonly number[]): Promise<readonly StoredText[]> {
    return ordinals.flatMap((ordinal) => this.#texts.get(ordinal) ?? []);
  }

  async sameStory(): Promise<readonly number[]> {
    return [];
  }

  #listOf(key: number): PostingList {
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const list = { ordinals: [], times: [], weights: [] };
    this.#lists.set(key, list);
    return list;
  }
}

/** Where the piece of `MAX_POSTINGS` begins that has `around` in its middle. The times are rising. */
function pieceAround(times: readonly (number | null)[], around: number | null): number {
  const last = times.length - MAX_POSTINGS;
  if (around === null) return last;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Number.NEGATIVE_INFINITY) < around) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, Math.min(last, low - MAX_POSTINGS / 2));
}
