import type { ColumnMapping } from "../../core/import/tables/columns.ts";
import { type ArticleSink, sinkFor, TARGETS, type Target } from "./article-sinks.ts";
import { inputOf } from "./input/input-paths.ts";
import { checkOutput } from "./input/output-path.ts";
import { UsageError } from "./input/usage-error.ts";
import { readArticles } from "./read-articles.ts";
import { closingLine, exitCodeOf, summaryLines } from "./summary-lines.ts";

/** `dataset convert`: writes each article once, in another format. */
export async function convert(
  paths: readonly string[],
  {
    columns,
    to,
    out,
    isForced,
  }: {
    columns: ColumnMapping;
    to: string | undefined;
    out: string | undefined;
    isForced: boolean;
  },
): Promise<number> {
  const target = TARGETS.find((name) => name === to);
  if (target === undefined) throw new UsageError(`Expected --to ${TARGETS.join("|")}.`);
  if (out === undefined) throw new UsageError("Expected --out FILE|FOLDER.");
  checkOutput("--out", out, { input: await inputOf(paths), paths, isForced });
  const sink = await openSink(target, out);
  const reading = await readArticles(paths, columns, {
    onArticle: ({ record }) => sink.write(record),
    onProblem: (line) => {
      if (/: rejected: /.test(line)) console.log(line);
    },
  });
  await sink.close();
  for (const line of summaryLines(reading)) console.log(line);
  console.log(closingLine(reading));
  return exitCodeOf(reading);
}

async function openSink(target: Target, out: string): Promise<ArticleSink> {
  try {
    return await sinkFor(target, out);
  } catch (error) {
    throw new UsageError(`${out} cannot be written: ${String(error)}`);
  }
}
