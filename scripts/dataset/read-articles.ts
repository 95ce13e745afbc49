import { DataSetIntake } from "../../core/data-set/intake.ts";
import { readFiles } from "../../core/import/read-files.ts";
import type { ReadArticle } from "../../core/import/run/read-event.ts";
import type { ColumnMapping } from "../../core/import/tables/columns.ts";
import { describeProblem } from "../../core/record/problem.ts";
import { registrableDomain } from "../../core/url/registrable-domain.ts";
import { describeColumns } from "./input/column-messages.ts";
import { inputOf } from "./input/input-paths.ts";

/** The result of reading all files of a command. */
export interface Reading {
  readonly intake: DataSetIntake;
  /** Articles, each counted once, with at least one repair. */
  readonly repaired: number;
  /** Fields of these articles that were left out. */
  readonly leftOut: number;
  /** Records and files that could not be used. */
  readonly rejected: number;
  readonly skipped: readonly string[];
  /** Names of the data sets whose manifests were found. */
  readonly names: readonly string[];
  /** Columns, and fields of JSON, that hold something and were not read. */
  readonly unused: readonly string[];
}

/** What a command does with the articles and problems. */
export interface Readers {
  /** Called once for each article, not for its duplicates. */
  onArticle?(article: ReadArticle): void | Promise<void>;
  /** Called with each problem as one line. */
  onProblem?(line: string): void;
}

/**
 * Reads the articles of files and folders; shows progress on a terminal.
 *
 * @throws UsageError for a path that does not exist
 */
export async function readArticles(
  paths: readonly string[],
  columns: ColumnMapping,
  { onArticle, onProblem }: Readers,
): Promise<Reading> {
  const input = await inputOf(paths);
  const intake = new DataSetIntake(registrableDomain);
  const skipped: string[] = [];
  const names: string[] = [];
  let repaired = 0;
  let leftOut = 0;
  let rejected = 0;
  let unused: readonly string[] = [];
  for await (const event of readFiles(input.files, { columns })) {
    if (event.kind === "manifest") names.push(event.manifest.name ?? event.file);
    else if (event.kind === "unused") unused = event.columns;
    else if (event.kind === "columns") {
      rejected++;
      onProblem?.(describeColumns(event));
    } else {
      for (const problem of event.problems) onProblem?.(describeProblem(problem));
      for (const article of event.records) {
        if (intake.add(article.record) === "duplicate") continue;
        if (article.repairs > 0) repaired++;
        leftOut += article.drops;
        await onArticle?.(article);
      }
      rejected += event.rejected;
      skipped.push(...event.skipped);
      showProgress(event.bytesRead, input.size);
    }
  }
  showProgress(null, input.size);
  return { intake, repaired, leftOut, rejected, skipped, names, unused };
}

function showProgress(done: number | null, all: number): void {
  if (!process.stderr.isTTY) return;
  const percent = all === 0 ? 100 : Math.floor(((done ?? 0) / all) * 100);
  process.stderr.write(done === null ? "\r\u001b[K" : `\r${percent} %`);
}
