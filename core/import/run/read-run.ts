import type { Problem } from "../../record/problem.ts";
import type { ReadResult } from "../../record/read-record.ts";
import {
  type ColumnMapping,
  indexOfColumn,
  nameOfColumn,
  type TableColumns,
} from "../tables/columns.ts";
import { NO_ARTICLES } from "../text/read-fault.ts";
import { type Limits, UnpackMeter } from "./limits.ts";
import type { ReadArticle, ReadBatch, ReadEvent } from "./read-event.ts";
import type { ReadOptions } from "./read-options.ts";

/** The limits of a batch: items of each kind, and UTF-16 code units of the text that they were read from. */
const MAX_ITEMS = 500;
const MAX_LENGTH = 2 ** 20;
/** After this many bytes of input, a batch is yielded even if it is empty, to show progress. */
const MAX_BYTES = 2 ** 22;

/** The most unused columns that are named, and the longest name, in UTF-16 code units. */
const MAX_UNUSED = 200;
const MAX_NAME_LENGTH = 100;
/** The most columns that are named where the one of a mapping is nowhere. */
const MAX_TOLD_COLUMNS = 30;

/** The state of one call of `readFiles`: its options, and what was found since the last batch. */
export class ReadRun {
  readonly #options: Pick<ReadOptions, "columns" | "tables">;
  readonly signal: AbortSignal | undefined;
  readonly limits: Limits;
  readonly meter: UnpackMeter;
  /** The bytes of the input files that were read so far. */
  bytesRead = 0;
  #records: ReadArticle[] = [];
  #problems: Problem[] = [];
  #skipped: string[] = [];
  readonly #unused = new Set<string>();
  /** The columns that the caller has named for all tables and that none had so far, by their fields. */
  readonly #absent: Map<string, string>;
  /** Names of the columns that were found. Some are listed in the message about a column that is missing. */
  readonly #present = new Set<string>();
  #rejected = 0;
  #length = 0;
  #bytesOfBatches = 0;
  /** The lines of the current file that were read as Windows-1252 and whose records were not added yet. */
  #repairedLines = new Set<number>();

  constructor(limits: Limits, options: Omit<ReadOptions, "limits">) {
    this.limits = limits;
    this.#options = options;
    this.signal = options.signal;
    this.meter = new UnpackMeter(limits);
    const named = Object.entries(options.columns ?? {});
    this.#absent = new Map(
      named.flatMap(([field, name]) => (typeof name === "string" ? [[field, name]] : [])),
    );
  }

  /** The column mapping that the caller gave for a table with this header. */
  columnsFor(header: readonly string[]): ColumnMapping {
    const { columns = {}, tables = [] } = this.#options;
    const hasHeader = (table: TableColumns) =>
      table.header.length === header.length && table.header.every((name, i) => name === header[i]);
    return tables.find(hasHeader)?.columns ?? columns;
  }

  /**
   * Notes the columns of a table, or the fields of an object, so that a mapping to a column that does not exist is
   * reported.
   */
  sawColumns(header: readonly string[]): void {
    if (this.#absent.size === 0) return;
    for (const [field, name] of this.#absent)
      if (indexOfColumn(header, name) !== undefined) this.#absent.delete(field);
    for (const [index, name] of header.entries()) {
      if (this.#present.size === MAX_TOLD_COLUMNS) break;
      this.#present.add(nameOfColumn(name, index).slice(0, MAX_NAME_LENGTH));
    }
  }

  /** Rejects each column of the mapping that was nowhere. To be called after all files, of which one had columns. */
  rejectAbsentColumns(): void {
    if (this.#present.size === 0) return;
    const present = [...this.#present].join(", ");
    for (const [field, name] of this.#absent)
      this.reject(`${field}=${name}`, null, `no column “${name}”; there are: ${present}`);
    this.#absent.clear();
  }

  /** Starts with the next file of records. */
  beginFile(): void {
    this.#repairedLines.clear();
  }

  /**
   * Adds the result of `readRecord` for one record.
   *
   * @param length of the text that it was read from, in UTF-16 code units
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
      const isMended = line !== null && this.#repairedLines.delete(line);
      const drops = problems.filter(({ severity }) => severity === "dropped").length;
      const repairs = problems.length - drops + (isMended ? 1 : 0);
      this.#records.push({ record, file, line, repairs, drops });
    }
  }

  /** Adds the problem of a record, or a whole file, that cannot be used. */
  reject(file: string, line: number | null, message: string, found = ""): void {
    this.#rejected++;
    this.#problems.push({ file, line, field: "", severity: "rejected", message, found });
  }

  /** Adds a repair that is not of a field of a record. */
  mended(file: string, line: number | null, message: string): void {
    this.#problems.push({ file, line, field: "", severity: "repaired", message, found: "" });
    if (line !== null) this.#repairedLines.add(line);
  }

  /** Adds a problem that rejects nothing. */
  note(problem: Problem): void {
    this.#problems.push(problem);
  }

  /** Adds a file without articles. It is rejected if the user gave it by itself, else skipped. */
  empty(file: string, isAmongOthers: boolean): void {
    if (isAmongOthers) this.skip(file);
    else this.reject(file, null, NO_ARTICLES);
  }

  /** Adds a file that is not data. */
  skip(file: string): void {
    this.#skipped.push(file);
  }

  /** Adds a column, or a field of JSON, that holds something and is not read. */
  unused(name: string): void {
    if (this.#unused.size < MAX_UNUSED) this.#unused.add(name.slice(0, MAX_NAME_LENGTH));
  }

  /** The names of the columns that hold something and are not read. */
  get unusedColumns(): readonly string[] {
    return [...this.#unused];
  }

  /** Whether it is time to yield the batch. */
  get isFull(): boolean {
    return (
      this.#records.length >= MAX_ITEMS ||
      this.#problems.length >= MAX_ITEMS ||
      this.#skipped.length >= MAX_ITEMS ||
      this.#length >= MAX_LENGTH ||
      this.bytesRead - this.#bytesOfBatches >= MAX_BYTES
    );
  }

  /** Yields what was found since the last batch, if anything was found or read. */
  *batch(): Generator<ReadEvent, void, undefined> {
    const isEmpty =
      this.#records.length === 0 && this.#problems.length === 0 && this.#skipped.length === 0;
    if (isEmpty && this.bytesRead === this.#bytesOfBatches) return;
    this.#bytesOfBatches = this.bytesRead;
    const batch: ReadBatch = {
      records: this.#records,
      problems: this.#problems,
      rejected: this.#rejected,
      skipped: this.#skipped,
      bytesRead: this.bytesRead,
    };
    this.#records = [];
    this.#problems = [];
    this.#skipped = [];
    this.#rejected = 0;
    this.#length = 0;
    yield { kind: "batch", ...batch };
    this.signal?.throwIfAborted();
  }
}
