import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Stryker } from "@stryker-mutator/core";
import { ROOT } from "../tools/run-tool.ts";

/** A change in one place of the code, and what became of it. */
export type Mutant = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

export interface MutationScore {
  /** Changes that made a test fail or hang. */
  readonly found: number;
  /** Of all that could be run. */
  readonly all: number;
  readonly percent: number;
}

/** How many changes were noticed; `null` where there were none. Those that do not compile or that are left out do not count. */
export function mutationScore(statuses: readonly Mutant["status"][]): MutationScore | null {
  const found = statuses.filter((status) => status === "Killed" || status === "Timeout").length;
  const missed = statuses.filter(
    (status) => status === "Survived" || status === "NoCoverage",
  ).length;
  const all = found + missed;
  return all === 0 ? null : { found, all, percent: (100 * found) / all };
}

/** A change in one line: where it is, what became of it and what stands there instead. */
export function describeMutant({
  fileName,
  location: { start },
  mutatorName,
  replacement,
  status,
}: Pick<Mutant, "fileName" | "location" | "mutatorName" | "replacement" | "status">): string {
  const code = (replacement ?? "").replaceAll(/\s+/g, " ");
  const fate = status === "NoCoverage" ? "not run by a test" : "survived";
  const place = `${relative(ROOT, fileName)}:${start.line}:${start.column}`;
  return `${place} ${fate}: ${mutatorName} → ${code}`;
}

/** The tests that judge the changes of a file or a folder: those of the folder with the same name in `test/`. */
export function testsOf(path: string, isFolder: boolean): string {
  return `test/${isFolder ? path : dirname(path)}/**/*.test.ts`;
}

/**
 * What of a file is changed, as Stryker's option `mutate` has it: all, or of a large folder a sample, that which lies
 * within every `step`th line.
 */
export function linesToChange(file: string, step: number): string[] {
  if (step === 1) return [file];
  const { length } = readFileSync(join(ROOT, file), "utf8").split("\n");
  return Array.from({ length }, (_, i) => i + 1)
    .filter((line) => line % step === 0)
    .map((line) => `${file}:${line}-${line}`);
}
