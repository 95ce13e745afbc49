/** Times kept to find where partitions begin. */
const MAX_SAMPLES = 65_536;
/** Articles in a partition, about: what a build sorts in memory. */
const ARTICLES_IN_PARTITION = 16_384;
/** How far past its share a partition is filled while others may take an article of the same time. */
const OVERFULL = 1.25;

/** An even sample of times, whatever their number. */
export class TimeSample {
  #samples: number[] = [];
  #stride = 1;
  #count = 0;

  /** @param time ms since 1970; `null` is before all */
  add(time: number | null): void {
    if (this.#count++ % this.#stride !== 0) return;
    this.#samples.push(time ?? Number.NEGATIVE_INFINITY);
    if (this.#samples.length < 2 * MAX_SAMPLES) return;
    this.#samples = this.#samples.filter((_, i) => i % 2 === 0);
    this.#stride *= 2;
  }

  /** Partitions of about equal size, each later than the one before. */
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

/** Which partition an article goes to, so that each partition holds a span of time. */
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

  /** Of several that may take the time, because very many articles have it, the first that is not full. */
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
