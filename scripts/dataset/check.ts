import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { ColumnMapping } from "../../core/import/tables/columns.ts";
import { inputOf } from "./input/input-paths.ts";
import { checkOutput } from "./input/output-path.ts";
import { UsageError } from "./input/usage-error.ts";
import { readArticles } from "./read-articles.ts";
import { closingLine, exitCodeOf, summaryLines } from "./summary-lines.ts";

/** How many problems are shown on the terminal; the rest goes to the report. */
const MAX_SHOWN = 200;

/** `dataset check`: prints what was repaired, left out and rejected, and what the data set holds. */
export async function check(
  paths: readonly string[],
  {
    columns,
    report,
    isQuiet,
    isForced,
  }: {
    columns: ColumnMapping;
    report: string | undefined;
    isQuiet: boolean;
    isForced: boolean;
  },
): Promise<number> {
  if (report !== undefined)
    checkOutput("--report", report, { input: await inputOf(paths), paths, isForced });
  const file = report === undefined ? null : await writable(report);
  let count = 0;
  const reading = await readArticles(paths, columns, {
    onProblem(line) {
      count++;
      file?.write(`${line}\n`);
      if (!isQuiet && count <= MAX_SHOWN) console.log(line);
    },
  });
  if (file !== null) {
    for (const path of reading.skipped) file.write(`${path}: passed over: no data\n`);
    file.end();
    await finished(file);
  }
  if (!isQuiet && count > MAX_SHOWN)
    console.log(
      report === undefined
        ? `… and ${count - MAX_SHOWN} more, use --report FILE`
        : `… and ${count - MAX_SHOWN} more in ${report}`,
    );
  for (const line of summaryLines(reading)) console.log(line);
  console.log(closingLine(reading));
  return exitCodeOf(reading);
}

async function writable(path: string): Promise<WriteStream> {
  const stream = createWriteStream(path);
  await new Promise<void>((resolve, reject) => {
    stream.once("open", () => resolve());
    stream.once("error", (error) =>
      reject(new UsageError(`${path} cannot be written: ${error.message}`)),
    );
  });
  return stream;
}
