/** One line of a table: names and figures. */
export type BenchmarkRow = Readonly<Record<string, string | number | null>>;

export interface BenchmarkResult {
  readonly rows: readonly BenchmarkRow[];
  /** How the figures were measured and what they leave out. */
  readonly notes: readonly string[];
  /** Samples of the real data behind the figures: for the terminal only, since the data is not ours. */
  readonly examples?: readonly string[];
  /** Targets that were not met, in words; a benchmark that misses one exits with an error. */
  readonly missed: readonly string[];
}

/** Options of the benchmark `scale`. */
export interface ScaleOptions {
  /** Numbers of articles; `null` for the benchmark's own. */
  readonly sizes: readonly number[] | null;
  /** Names, or beginnings of names, of the stores to measure; `null` for all. */
  readonly stores: readonly string[] | null;
  /** Only the smallest size, once. */
  readonly quick: boolean;
  /** Longest import, minutes. */
  readonly limit: number;
}

/** Options of the benchmark `stories`. */
export interface StoriesOptions {
  /** Labelled sets to measure on; those of the corpus if empty. */
  readonly files: readonly string[];
  /** Only fit the confidence again and cross-validate it. */
  readonly tune: boolean;
}

/** Options of the benchmark `feed-conformance`. */
export interface FeedConformanceOptions {
  /** Folder of the suite. */
  readonly suite: string | null;
}

/** Options of the benchmark `feeds`. */
export interface FeedsOptions {
  /** Names of its parts; `null` for all. */
  readonly parts: readonly string[] | null;
}

/** Options of the benchmark `painted`. */
export interface PaintedOptions {
  /** Visits behind each figure. */
  readonly runs: number;
  /** With few articles added, for a try. */
  readonly quick: boolean;
}

/** Options of the benchmark `data-set`. */
export interface DataSetOptions {
  /** The file that keeps what was measured, for further runs; `null` to keep nothing. */
  readonly rows: string | null;
}

/** The command line's options for all benchmarks. */
export type BenchmarkOptions = ScaleOptions &
  StoriesOptions &
  FeedConformanceOptions &
  FeedsOptions &
  DataSetOptions &
  PaintedOptions;

export interface Benchmark {
  readonly what: string;
  /** Whether it runs only when it is named, because it takes long. */
  readonly onlyByName?: boolean;
  run(options: BenchmarkOptions): Promise<BenchmarkResult>;
}

/** The median; of an even number of values, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** The least of the values that at least `share` (0 to 1) of them do not exceed: the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

/** A number with at most `digits` digits after the point. */
export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
