/** The most times that are kept, to find out where the partitions begin. */
const MAX_SAMPLES = 65_536;
/** About the number of articles in a partition, which a build sorts in memory. */
const ARTICLES_IN_PARTITION = 16_384;
/** When several partitions may take an article, one is filled up to this times its share before the next one. */
const OVERFULL = 1.25;

/** An even sample of any number of times, in bounded memory. */
export class TimeSample {
  #samples: number[] = [];
  #stride = 1;
  #count = 0;

  /** @param time ms since 1970; `null` (unknown) comes before all others */
  add(time: number | null): void {
    if (this.#count++ % this.#stride !== 0) return;
    this.#samples.push(time ?? Number.NEGATIVE_INFINITY);
    if (this.#samples.length < 2 * MAX_SAMPLES) return;
    this.#samples = this.#samples.filter((_, i) => i % 2 === 0);
    this.#stride *= 2;
  }

  /** Partitions of about equal size in the order of time. */
  partitions(articlesInPartition = ARTICLES_IN_PARTITION): TimePartitions {
    const sorted = this.#samples.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const count = Math.max(1, Math.ceil(this.#count / articlesInPartition));
    const starts = Array.from(
      { length: count },
      (_, i) => sorted[Math.floor((i * sorted.length) / count)] ?? Number.NEGATIVE_INFINITY,
    );
    return new TimePartitions(starts, articlesInPartition * OVERFULL);
  }
}

/** Assigns articles to partitions, each of which holds a span of time. */
export class TimePartitions {
  readonly #starts: readonly number[];
  readonly #counts: number[];
  readonly #full: number;

  constructor(starts: readonly number[], full: number) {
    this.#starts = starts;
    this.#counts = starts.map(() => 0);
    this.#full = full;
  }

  get length(): number {
    return this.#starts.length;
  }

  /**
   * The partition for an article. When very many articles have the same time, several partitions may take it: then
   * the first one that is not full.
   */
  place(published: number | null): number {
    const time = published ?? Number.NEGATIVE_INFINITY;
    let last = 0;
    while (last + 1 < this.#starts.length && (this.#starts[last + 1] ?? 0) <= time) last++;
    let at = last;
    while (at > 0 && this.#starts[at] === time) at--;
    while (at < last && (this.#counts[at] ?? 0) >= this.#full) at++;
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    return at;
  }
}
