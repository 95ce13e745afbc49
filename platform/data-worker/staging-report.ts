import type { ReadBatch } from "../../core/import/run/read-event.ts";
import { describeProblem, type Problem } from "../../core/record/problem.ts";
import type { FileSink } from "./file-sink.ts";

/** Problems that are shown before the report is asked for. */
const MAX_FIRST = 5;
const HEADER = "file\tline\tfield\tseverity\treason\tfound\n";
const encoder = new TextEncoder();

/**
 * The report of all problems in the files of a data set: tab-separated, one line each. It is written to disk while
 * the files are read, since bad files can have millions of problems.
 */
export class StagingReport {
  readonly #sink: FileSink;
  readonly #rejections: string[] = [];
  readonly #others: string[] = [];
  #lines = 0;
  #rejected = 0;
  #skipped = 0;

  constructor(sink: FileSink) {
    this.#sink = sink;
    sink.write(encoder.encode(HEADER));
  }

  get rejected(): number {
    return this.#rejected;
  }

  get skipped(): number {
    return this.#skipped;
  }

  get isEmpty(): boolean {
    return this.#lines === 0;
  }

  add({ problems, rejected, skipped }: ReadBatch): void {
    this.#rejected += rejected;
    this.#skipped += skipped.length;
    for (const problem of problems) {
      const first = problem.severity === "rejected" ? this.#rejections : this.#others;
      if (first.length < MAX_FIRST) first.push(describeProblem(problem));
      this.#write(problem);
    }
    for (const file of skipped)
      this.#line(file, null, "", "passed over", "not data of a known format", "");
  }

  duplicate(file: string, line: number | null, title: string): void {
    this.#line(file, line, "", "duplicate", "an article read before has this address", title);
  }

  /** Columns that hold something and were not read. */
  unused(columns: readonly string[]): void {
    for (const column of columns)
      this.#line("", null, column, "not used", "a column without a meaning here", "");
  }

  /** At most five problems, rejections first. */
  first(): string[] {
    return [...this.#rejections, ...this.#others].slice(0, MAX_FIRST);
  }

  close(): void {
    this.#sink.close();
  }

  #write({ file, line, field, severity, message, found }: Problem): void {
    this.#line(file, line, field, severity, message, found);
  }

  #line(file: string, line: number | null, ...rest: readonly string[]): void {
    const cells = [file, String(line ?? ""), ...rest].map((cell) =>
      cell.replaceAll(/[\t\r\n]/g, " "),
    );
    this.#sink.write(encoder.encode(`${cells.join("\t")}\n`));
    this.#lines++;
  }
}
