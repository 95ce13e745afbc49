import { type Problem, shortValue } from "../../record/problem.ts";
import { type ReadResult, readRecord } from "../../record/read-record.ts";
import type { Events } from "../run/read-event.ts";
import type { ReadRun } from "../run/read-run.ts";
import { type FoundColumns, findColumns, guessColumns, nameOfColumn } from "../tables/columns.ts";
import { CsvRows } from "../tables/csv-rows.ts";
import type { Delimiter, TableLayout } from "../tables/detect-table.ts";
import { TableRecord } from "../tables/table-record.ts";
import { splitTsvRow } from "../tables/tsv-row.ts";
import type { TextBlock } from "../text/decode-text.ts";
import { LineSplitter } from "../text/line-splitter.ts";
import type { TextFile } from "./text-file.ts";

/** The number of rows that are shown when the user has to say which column is which. */
const SAMPLE = 5;

/** A row of a table; `cells` is `null` when it could not be split. */
interface Row {
  readonly cells: readonly string[] | null;
  readonly line: number;
  readonly length: number;
}

/**
 * Reads a record from each row of a table. When the columns of title and address cannot be found, it yields a
 * `columns` event only.
 */
export async function* readTable(
  { path, blocks, isAmongOthers }: TextFile,
  { delimiter, rowsBefore, hasHeader }: TableLayout,
  run: ReadRun,
): Events {
  const reject =
    delimiter === "\t"
      ? `expected a line of at most ${run.limits.lineLength} characters`
      : `expected quotes that fit, in a row of at most ${run.limits.rowLength} characters`;
  let columns: Columns | null = null;
  const sample: (readonly string[])[] = [];
  let before = rowsBefore;
  let count = 0;
  for await (const block of rowsOf(delimiter, blocks, run)) {
    const rows = [...block];
    for (const row of rows) {
      if (before > 0) {
        before--;
        noteBefore(path, row, run);
        continue;
      }
      const { cells, line, length } = row;
      if (columns === null) {
        if (cells === null) run.reject(path, line, reject);
        else {
          columns = new Columns(hasHeader ? cells : cells.map(() => ""), run);
          columns.learn(rows);
        }
        if (hasHeader || cells === null) continue;
      }
      count++;
      if (columns?.record === null) {
        if (cells !== null) sample.push(cells);
        if (sample.length === SAMPLE) return yield columns.needed(path, sample);
      } else if (cells === null) run.reject(path, line, reject);
      else if (columns !== null) {
        const result = readRecord(columns.recordOf(cells), { file: path, lineOf: () => line });
        const surplus = columns.surplusOf(cells, path, line);
        run.record(path, line, surplus === null ? result : withProblem(result, surplus), length);
      }
      if (run.isFull) yield* run.batch();
    }
    if (run.isFull) yield* run.batch();
  }
  if (count === 0) run.empty(path, isAmongOthers);
  else if (columns?.record === null) yield columns.needed(path, sample);
}

/** The columns of a table. */
class Columns {
  readonly #header: readonly string[];
  readonly #found: FoundColumns;
  readonly #run: ReadRun;
  /** Columns without a meaning here in which nothing was found yet. */
  readonly #unused: Set<number>;
  /** Makes records of rows; `null` when a required column is missing. */
  readonly record: TableRecord | null;

  constructor(header: readonly string[], run: ReadRun) {
    this.#header = header;
    this.#run = run;
    run.sawColumns(header);
    this.#found = findColumns(header, run.columnsFor(header));
    const { indexes, missing } = this.#found;
    const used = new Set(indexes.values());
    this.#unused = new Set(header.keys().filter((index) => !used.has(index)));
    this.record = missing.length === 0 ? new TableRecord(indexes) : null;
  }

  /** Learns the notation of times from the first rows. */
  learn(rows: readonly Row[]): void {
    for (const { cells } of rows) if (cells !== null) this.record?.learn(cells);
  }

  recordOf(cells: readonly string[]): Map<string, unknown> {
    for (const index of this.#unused) {
      if ((cells[index] ?? "").trim() === "") continue;
      this.#unused.delete(index);
      this.#run.unused(nameOfColumn(this.#header[index], index));
    }
    return this.record?.of(cells) ?? new Map();
  }

  /** The problem of a row that has more cells than there are columns; `null` for another row. */
  surplusOf(cells: readonly string[], file: string, line: number): Problem | null {
    const text = cells.slice(this.#header.length).join(" ").trim();
    if (text === "") return null;
    const message = `expected at most ${this.#header.length} cells`;
    return { file, line, field: "", severity: "dropped", message, found: shortValue(text) };
  }

  needed(file: string, sample: readonly (readonly string[])[]) {
    const { missing } = this.#found;
    const header = this.#header;
    const guess = guessColumns(header, sample, this.#found);
    return { kind: "columns", file, header, sample, guess, missing } as const;
  }
}

function withProblem({ record, problems }: ReadResult, problem: Problem): ReadResult {
  return { record, problems: [...problems, problem] };
}

/** A row above the header is named, unless it only says which delimiter the table has. */
function noteBefore(file: string, { cells, line }: Row, run: ReadRun): void {
  const text = (cells ?? []).filter((cell) => cell.trim() !== "").join(" ");
  if (text === "" || /^sep=/i.test(text)) return;
  const message = "expected the names of columns in the first row";
  const found = shortValue(text);
  run.note({ file, line, field: "", severity: "dropped", message, found });
}

async function* rowsOf(
  delimiter: Delimiter,
  blocks: AsyncIterable<TextBlock>,
  run: ReadRun,
): AsyncGenerator<Iterable<Row>, void, undefined> {
  if (delimiter !== "\t") {
    const rows = new CsvRows(delimiter, run.limits.rowLength);
    for await (const block of blocks) yield rows.push(block);
    yield rows.end();
    return;
  }
  const splitter = new LineSplitter(run.limits.lineLength);
  for await (const block of blocks) yield tsvRows(splitter.push(block));
  yield tsvRows(splitter.end());
}

function* tsvRows(lines: ReturnType<LineSplitter["push"]>): Generator<Row, void, undefined> {
  for (const { text, number } of lines)
    yield {
      cells: text === null ? null : splitTsvRow(text),
      line: number,
      length: text?.length ?? 0,
    };
}
