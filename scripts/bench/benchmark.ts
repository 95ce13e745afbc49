/** One line of a table: names and figures. */
export type BenchmarkRow = Readonly<Record<string, string | number | null>>;

export interface BenchmarkResult {
  readonly rows: readonly BenchmarkRow[];
  /** What the figures leave out, and what is behind them. */
  readonly notes: readonly string[];
  /** Targets that were not met, in words; a benchmark that misses one ends with an error. */
  readonly missed: readonly string[];
}

export interface Benchmark {
  readonly what: string;
  run(): Promise<BenchmarkResult>;
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
