import type { Problem } from "../../record/problem.ts";
import type { ReadResult } from "../../record/read-record.ts";
import type { ColumnMapping, TableColumns } from "../tables/columns.ts";
import { NO_ARTICLES } from "../text/read-fault.ts";
import { type Limits, UnpackMeter } from "./limits.ts";
import type { ReadArticle, ReadEvent } from "./read-event.ts";
import type { ReadOptions } from "./read-options.ts";

/** How much a batch may hold: items of each kind, and text that it was read from. */
const MAX_ITEMS = 500;
const MAX_LENGTH = 2 ** 20;
/** Bytes of input after which a batch is given even if nothing was found in them: progress. */
const MAX_BYTES = 2 ** 22;

/** One call of `readFiles`: what was asked, and what has been found since the last batch. */
export class ReadRun {
  readonly #options: Pick<ReadOptions, "columns" | "tables">;
  readonly signal: AbortSignal | undefined;
  readonly limits: Limits;
  readonly meter: UnpackMeter;
  /** Bytes of the input files read so far. */
  bytesRead = 0;
  #records: ReadArticle[] = [];
  #problems: Problem[] = [];
  #skipped: string[] = [];
  #rejected = 0;
  #length = 0;
  #bytesGiven = 0;
  /** Lines of the file being read that had to be read as Windows-1252 and had no record yet. */
  #mendedLines = new Set<number>();

  constructor(limits: Limits, options: Omit<ReadOptions, "limits">) {
    this.limits = limits;
    this.#options = options;
    this.signal = options.signal;
    this.meter = new UnpackMeter(limits);
  }

  /** What was said of the columns of a table with this header. */
  columnsFor(header: readonly string[]): ColumnMapping {
    const { columns = {}, tables = [] } = this.#options;
    const isMeant = (table: TableColumns) =>
      table.header.length === header.length && table.header.every((name, i) => name === header[i]);
    return tables.find(isMeant)?.columns ?? columns;
  }

  /** Begins with the next file of records. */
  beginFile(): void {
    this.#mendedLines.clear();
  }

  /**
   * Takes what `readRecord` made of one record.
   *
   * @param length of the text it was read from, in UTF-16 code units
   */
  record(
    file: string,
    line: number | null,
    { record, problems }: ReadResult,
    length: number,
  ): void {
    for (const problem of problems) this.#problems.push(problem);
    this.#length += length;
    if (record === null) this.#rejected++;
    else {
      const isMended = line !== null && this.#mendedLines.delete(line);
      const drops = problems.filter(({ severity }) => severity === "dropped").length;
      const repairs = problems.length - drops + (isMended ? 1 : 0);
      this.#records.push({ record, file, line, repairs, drops });
    }
  }

  /** Notes that a record, or a whole file, cannot be used. */
  reject(file: string, line: number | null, message: string, found = ""): void {
    this.#rejected++;
    this.#problems.push({ file, line, field: "", severity: "rejected", message, found });
  }

  /** Notes a repair that is not one of a record's fields. */
  mended(file: string, line: number | null, message: string): void {
    this.#problems.push({ file, line, field: "", severity: "repaired", message, found: "" });
    if (line !== null) this.#mendedLines.add(line);
  }

  /** Notes a problem that rejects nothing. */
  note(problem: Problem): void {
    this.#problems.push(problem);
  }

  /** Notes a file in which there is nothing to read: rejected where it was given for its articles. */
  empty(file: string, isAmongOthers: boolean): void {
    if (isAmongOthers) this.skip(file);
    else this.reject(file, null, NO_ARTICLES);
  }

  /** Notes a file that is no data. */
  skip(file: string): void {
    this.#skipped.push(file);
  }

  /** Whether it is time to give the batch on. */
  get isFull(): boolean {
    return (
      this.#records.length >= MAX_ITEMS ||
      this.#problems.length >= MAX_ITEMS ||
      this.#skipped.length >= MAX_ITEMS ||
      this.#length >= MAX_LENGTH ||
      this.bytesRead - this.#bytesGiven >= MAX_BYTES
    );
  }

  /** What was found since the last batch, if anything was or was read. */
  *batch(): Generator<ReadEvent, void, undefined> {
    const isEmpty =
      this.#records.length === 0 && this.#problems.length === 0 && this.#skipped.length === 0;
    if (isEmpty && this.bytesRead === this.#bytesGiven) return;
    this.#bytesGiven = this.bytesRead;
    const { bytesRead } = this;
    const [records, problems, skipped, rejected] = [
      this.#records,
      this.#problems,
      this.#skipped,
      this.#rejected,
    ];
    this.#records = [];
    this.#problems = [];
    this.#skipped = [];
    this.#rejected = 0;
    this.#length = 0;
    yield { kind: "batch", records, problems, rejected, skipped, bytesRead };
    this.signal?.throwIfAborted();
  }
}
