import type { QualityThirds, Quantiles } from "./format.ts";

/**
 * The value at a fraction of a sorted list, by linear interpolation between neighbours.
 *
 * Source: Hyndman & Fan 1996, definition 7 (the default of R and NumPy).
 */
function quantile(sorted: readonly number[], fraction: number): number {
  const at = (sorted.length - 1) * fraction;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

function sortedByValue(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

/** The five-number summary of some values; `null` when there are none. */
export function quantiles(values: readonly number[]): Quantiles | null {
  if (values.length === 0) return null;
  const sorted = sortedByValue(values);
  return {
    min: quantile(sorted, 0),
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    max: quantile(sorted, 1),
  };
}

/** Where the lower and the middle third of some values end; `null` for fewer than three values. */
export function thirds(values: readonly number[]): QualityThirds | null {
  if (values.length < 3) return null;
  const sorted = sortedByValue(values);
  return { lower: quantile(sorted, 1 / 3), middle: quantile(sorted, 2 / 3) };
}
