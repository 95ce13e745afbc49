import { readRecord } from "../record/read-record.ts";
import type { TextEvents } from "./read-text.ts";
import type { ReadRun } from "./run/read-run.ts";
import { findColumns, guessColumns } from "./tables/columns.ts";
import { CsvRows } from "./tables/csv-rows.ts";
import type { Delimiter } from "./tables/detect-table.ts";
import { TableRecord } from "./tables/table-record.ts";
import { splitTsvRow } from "./tables/tsv-row.ts";
import type { TextBlock } from "./text/decode-text.ts";
import { LineSplitter } from "./text/line-splitter.ts";

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
 *
 * @param isAmongOthers whether a file without rows may be skipped
 */
export async function* readTable(
  file: string,
  delimiter: Delimiter,
  blocks: AsyncIterable<TextBlock>,
  run: ReadRun,
  isAmongOthers: boolean,
): TextEvents {
  const reject =
    delimiter === "\t"
      ? `expected a line of at most ${run.limits.lineLength} characters`
      : `expected quotes that fit, in a row of at most ${run.limits.rowLength} characters`;
  let record: TableRecord | null = null;
  let header: readonly string[] | null = null;
  let sample: (readonly string[])[] | null = null;
  let count = 0;
  for await (const rows of rowsOf(delimiter, blocks, run)) {
    for (const { cells, line, length } of rows) {
      if (header === null) {
        if (cells === null) run.reject(file, line, reject);
        else header = cells;
        continue;
      }
      count++;
      if (record === null && sample === null) {
        const { indexes, missing } = findColumns(header, run.columnsFor(header));
        if (missing.length === 0) record = new TableRecord(indexes);
        else sample = [];
      }
      if (sample !== null) {
        if (cells !== null) sample.push(cells);
        if (sample.length === SAMPLE) {
          yield columnsNeeded(file, header, sample, run);
          return;
        }
      } else if (cells === null) run.reject(file, line, reject);
      else if (record !== null) {
        const result = readRecord(record.of(cells), { file, lineOf: () => line });
        run.record(file, line, result, length);
      }
      if (run.isFull) yield* run.batch();
    }
    if (run.isFull) yield* run.batch();
  }
  if (count === 0) return run.empty(file, isAmongOthers);
  const isUnknown =
    header !== null && findColumns(header, run.columnsFor(header)).missing.length > 0;
  if (header !== null && isUnknown) yield columnsNeeded(file, header, sample ?? [], run);
}

function columnsNeeded(
  file: string,
  header: readonly string[],
  sample: readonly (readonly string[])[],
  run: ReadRun,
) {
  const { missing } = findColumns(header, run.columnsFor(header));
  const guess = guessColumns(header, sample);
  return { kind: "columns", file, header, sample, guess, missing } as const;
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
