import { rounded } from "../benchmark.ts";
import type { Figures } from "./measure.ts";

/** Names in the table, and the files of the workers that import and that are asked. */
export const CONTESTANTS = [
  ["Second Source", "second-source-import-worker.ts", "second-source-worker.ts"],
  ["object per article", "object-per-article-worker.ts", "object-per-article-worker.ts"],
  ["MiniSearch 7", "minisearch-worker.ts", "minisearch-worker.ts"],
  ["FlexSearch 0.8", "flexsearch-worker.ts", "flexsearch-worker.ts"],
  ["Dexie 4", "dexie-worker.ts", "dexie-worker.ts"],
] as const;
export type ContestantName = (typeof CONTESTANTS)[number][0];

/** The result of one store with one number of articles. */
export interface Outcome {
  readonly name: ContestantName;
  readonly size: number;
  /** Gzipped source, bytes. */
  readonly sourceBytes: number;
  readonly result: Figures | { readonly stopped: string };
}

export const OURS: ContestantName = "Second Source";
const COMPARED_AT = 100_000;
const IMPORT_FACTOR = 4;
const WAKE_FACTOR = 50;
const DISK_FACTOR = 2;
const FLAT_FACTOR = 1.25;

/**
 * The targets that the outcomes miss, in words. A target whose size was not measured is skipped.
 *
 * @param emptyBytes on disk of our store without articles
 */
export function missedTargets(outcomes: readonly Outcome[], emptyBytes: number): string[] {
  const missed: string[] = [];
  const figures = (name: ContestantName, size: number): Figures | null => {
    const outcome = outcomes.find((one) => one.name === name && one.size === size);
    return outcome === undefined || "stopped" in outcome.result ? null : outcome.result;
  };
  for (const { name, size, result } of outcomes)
    if (name === OURS && "stopped" in result) missed.push(`${size} articles: ${result.stopped}`);
  const ours = figures(OURS, COMPARED_AT);
  const objects = figures("object per article", COMPARED_AT);
  if (ours !== null && objects !== null) {
    const factor = ours.articlesPerSecond / objects.articlesPerSecond;
    if (factor < IMPORT_FACTOR)
      missed.push(
        `import is ${rounded(factor)} times as fast as an object per article, target ${IMPORT_FACTOR}`,
      );
  }
  const miniSearch = figures("MiniSearch 7", COMPARED_AT);
  if (ours !== null && miniSearch !== null) {
    const factor = miniSearch.coldMs / ours.coldMs;
    if (factor < WAKE_FACTOR)
      missed.push(
        `a fresh worker answers ${rounded(factor)} times as fast as MiniSearch, target ${WAKE_FACTOR}; one that only opens a database and reads a value would ${rounded(miniSearch.coldMs / (ours.bareColdMs ?? Number.NaN))} times`,
      );
  }
  for (const { name, size, sourceBytes, result } of outcomes) {
    if (name !== OURS || "stopped" in result) continue;
    const factor = result.bytes / sourceBytes;
    if (factor > DISK_FACTOR)
      missed.push(
        `${size} articles take ${rounded(factor)} times their gzipped JSON, target ${DISK_FACTOR}; without the size of an empty store it is ${rounded((result.bytes - emptyBytes) / sourceBytes)} times`,
      );
  }
  const small = figures(OURS, 1000);
  const large = figures(OURS, 1_000_000);
  if (small !== null && large !== null) missed.push(...notFlat(small, large));
  return missed;
}

function notFlat(small: Figures, large: Figures): string[] {
  const compared = [
    ["a look-up by URL", small.knownMs, large.knownMs],
    ["a look-up by domain", small.domainMs, large.domainMs],
    ["the blocks read", small.blocks.median, large.blocks.median],
  ] as const;
  return compared
    .filter(([, before, after]) => after > before * FLAT_FACTOR)
    .map(
      ([what, before, after]) =>
        `${what}: ${rounded(before, 3)} at 1,000 articles and ${rounded(after, 3)} at 1,000,000, target at most ${FLAT_FACTOR} times`,
    );
}
