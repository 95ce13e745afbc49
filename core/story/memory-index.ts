import { type FeatureFrequencies, featureVector } from "./feature-vector.ts";
import type { Features } from "./features.ts";
import {
  type IndexedArticle,
  MAX_POSTINGS,
  type Postings,
  type StorySource,
} from "./story-source.ts";

/** In how many articles each feature and key occurs. */
export class FeatureCounts implements FeatureFrequencies {
  readonly #counts = new Map<number, number>();
  articles = 0;

  add({ compared, keys }: Features): void {
    this.articles++;
    for (const feature of compared.keys()) this.#raise(feature);
    for (const key of keys.keys()) this.#raise(key);
  }

  of(feature: number): number {
    return this.#counts.get(feature) ?? 0;
  }

  #raise(feature: number): void {
    this.#counts.set(feature, this.of(feature) + 1);
  }
}

interface PostingList {
  readonly ordinals: number[];
  readonly times: (number | null)[];
  readonly weights: number[];
}

/**
 * A story index in memory, for grouping at import and for measuring. It keeps what blocks would keep and
 * leaves out what they would leave out: of a common key only one piece of its list is seen.
 */
export class MemoryIndex implements StorySource {
  readonly frequencies: FeatureFrequencies;
  readonly #articles: IndexedArticle[] = [];
  readonly #lists = new Map<number, PostingList>();

  constructor(frequencies: FeatureFrequencies) {
    this.frequencies = frequencies;
  }

  /**
   * Adds an article; the earliest come first, those without a time before all.
   *
   * @returns its ordinal
   */
  add({ compared, keys, names }: Features, published: number | null): number {
    const ordinal = this.#articles.length;
    this.#articles.push({
      ordinal,
      published,
      names,
      vector: featureVector(compared, this.frequencies),
    });
    for (const [key, weight] of keys) {
      let list = this.#lists.get(key);
      if (list === undefined) {
        list = { ordinals: [], times: [], weights: [] };
        this.#lists.set(key, list);
      }
      list.ordinals.push(ordinal);
      list.times.push(published);
      list.weights.push(weight / Math.sqrt(LENGTH_OFFSET + keys.size));
    }
    return ordinal;
  }

  async postings(keys: readonly number[], around: number | null): Promise<readonly Postings[]> {
    return keys.map((key) => {
      const list = this.#lists.get(key);
      if (list === undefined) return { total: 0, ordinals: [], times: [], weights: [] };
      const total = list.ordinals.length;
      if (total <= MAX_POSTINGS) return { total, ...list };
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

  async articles(ordinals: readonly number[]): Promise<readonly IndexedArticle[]> {
    return ordinals.flatMap((ordinal) => this.#articles[ordinal] ?? []);
  }
}

/** Keeps a headline of two words from outweighing all others. */
const LENGTH_OFFSET = 4;

/** Where the piece begins whose half lies at `around` in rising times. */
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
