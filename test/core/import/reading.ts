import { readFiles } from "../../../core/import/read-files.ts";
import type { ColumnsNeeded, InputFile, ReadArticle } from "../../../core/import/run/read-event.ts";
import type { ReadOptions } from "../../../core/import/run/read-options.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { describeProblem } from "../../../core/record/problem.ts";

/** Everything that `readFiles` returned. */
export interface ReadResult {
  readonly articles: ReadArticle[];
  readonly records: ArticleRecord[];
  /** As `describeProblem` writes them. */
  readonly problems: string[];
  rejected: number;
  readonly skipped: string[];
  readonly manifests: object[];
  readonly columns: ColumnsNeeded[];
  readonly unused: string[];
  bytesRead: number;
  batches: number;
}

/** Reads files to their end. */
export async function readAll(
  files: Iterable<InputFile>,
  options: ReadOptions = {},
): Promise<ReadResult> {
  const result: ReadResult = {
    articles: [],
    records: [],
    problems: [],
    rejected: 0,
    skipped: [],
    manifests: [],
    columns: [],
    unused: [],
    bytesRead: 0,
    batches: 0,
  };
  for await (const event of readFiles(files, options)) {
    if (event.kind === "manifest") result.manifests.push(event.manifest);
    else if (event.kind === "columns") result.columns.push(event);
    else if (event.kind === "unused") result.unused.push(...event.columns);
    else {
      result.articles.push(...event.records);
      result.records.push(...event.records.map(({ record }) => record));
      result.problems.push(...event.problems.map(describeProblem));
      result.rejected += event.rejected;
      result.skipped.push(...event.skipped);
      result.bytesRead = event.bytesRead;
      result.batches++;
    }
  }
  return result;
}

/** A file of text or bytes. */
export function file(path: string, ...parts: (string | Uint8Array)[]): InputFile {
  return { path, blob: new Blob(parts as BlobPart[]) };
}

/** Reads one file given by itself. */
export function readOne(
  path: string,
  content: string | Uint8Array,
  options: ReadOptions = {},
): Promise<ReadResult> {
  return readAll([file(path, content)], options);
}

/** The least record as a JSON object. */
export function story(n: number | string, fields: object = {}): Record<string, unknown> {
  return {
    title: `Story ${n}`,
    webUrl: `https://news.example/${n}`,
    type: "article",
    provider: { name: "News", domain: "news.example" },
    ...fields,
  };
}

/** The least record as Markdown. */
export function markdown(n: number | string): string {
  return `---\ntitle: Story ${n}\nwebUrl: https://news.example/${n}\ntype: article\nprovider: { name: News, domain: news.example }\n---\n`;
}
