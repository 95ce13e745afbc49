/** One line of a table: names and figures. */
export type BenchmarkRow = Readonly<Record<string, string | number | null>>;

export interface BenchmarkResult {
  readonly rows: readonly BenchmarkRow[];
  /** What the figures leave out, and what is behind them. */
  readonly notes: readonly string[];
  /** Pieces of the real data behind the figures: for the terminal only, since the data is not ours. */
  readonly examples?: readonly string[];
  /** Targets that were not met, in words; a benchmark that misses one ends with an error. */
  readonly missed: readonly string[];
}

/** What the command line says of the benchmark `scale`. */
export interface ScaleOptions {
  /** Numbers of articles; default those of the benchmark. */
  readonly sizes: readonly number[] | null;
  /** Names of the stores to measure, or how they begin; default all. */
  readonly stores: readonly string[] | null;
  /** The smallest size alone, once. */
  readonly quick: boolean;
  /** Longest import, minutes. */
  readonly limit: number;
}

/** What the command line says of the benchmark `stories`. */
export interface StoriesOptions {
  /** Labelled sets to measure on; default those of the corpus. */
  readonly files: readonly string[];
  /** Fit the confidence anew and cross-validate it, and measure nothing else. */
  readonly tune: boolean;
}

/** What the command line says of the benchmark `feed-conformance`. */
export interface FeedConformanceOptions {
  /** Folder of the suite. */
  readonly suite: string | null;
}

/** What the command line says of the benchmark `feeds`. */
export interface FeedsOptions {
  /** Names of its parts; default all. */
  readonly parts: readonly string[] | null;
}

/** What the command line says of any benchmark. */
export type BenchmarkOptions = ScaleOptions &
  StoriesOptions &
  FeedConformanceOptions &
  FeedsOptions;

export interface Benchmark {
  readonly what: string;
  /** It takes so long that it runs only when it is named. */
  readonly onlyByName?: boolean;
  run(options: BenchmarkOptions): Promise<BenchmarkResult>;
}

/** The middle value; of an even number the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** A number with at most `digits` digits after the point. */
export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
