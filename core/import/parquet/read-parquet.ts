import { articleRecord } from "../../record/article-record.ts";
import { readRecord } from "../../record/read-record.ts";
import type { Place } from "../archives/archive-entries.ts";
import { givenNames, mappingFor, shownCells } from "../objects/object-records.ts";
import { RenamedRecords } from "../objects/renamed-records.ts";
import type { Events } from "../run/read-event.ts";
import type { ReadRun } from "../run/read-run.ts";
import { findColumns, guessColumns } from "../tables/columns.ts";
import { columnNamesOf, isEmptyColumn } from "./parquet-columns.ts";
import { ParquetFile } from "./parquet-file.ts";

/** The number of rows that are shown when the user has to say which column is which. */
const SAMPLE = 5;

/**
 * Reads a record from each row of a Parquet file. Only the columns that hold a field are read. When the columns of title
 * and address cannot be found, it yields a `columns` event only.
 */
export async function* readParquet(blob: Blob, place: Place, run: ReadRun): Events {
  const { path, isAmongOthers, isInArchive, isInGzip } = place;
  run.beginFile();
  const file = await ParquetFile.open(blob, run, !isInArchive && !isInGzip);
  const { metadata, schema } = file;
  if (metadata.num_rows === 0n) return run.empty(path, isAmongOthers);
  const columns = schema.children.map(({ element }) => element.name);
  const header = columnNamesOf(schema, givenNames(run));
  run.sawColumns(header);
  const mapping = mappingFor(header, run);
  const found = findColumns(header, mapping);
  const { missing } = found;
  if (missing.length > 0) {
    const rows = await file.firstRows(SAMPLE, columns);
    const sample = rows.map((row) => shownCells(row, header, run));
    const guess = guessColumns(header, sample, found);
    return yield { kind: "columns", file: path, header, sample, guess, missing };
  }
  const isRecord = columns.includes("title") && ADDRESSES.some((name) => columns.includes(name));
  const used = [
    ...(isRecord ? RECORD_FIELDS : Array.from(found.indexes.values(), (index) => header[index])),
    ...Object.values(mapping),
  ].filter((name) => typeof name === "string");
  const isUsed = (column: string) =>
    used.some((name) => name === column || name.startsWith(`${column}.`));
  for (const column of columns)
    if (!isUsed(column) && !isEmptyColumn(metadata, column)) run.unused(column);
  const renamed = new RenamedRecords(mapping, run);
  for await (const { rows, first, rowBytes } of file.parts(columns.filter(isUsed)))
    for (const [at, row] of rows.entries()) {
      const line = first + at;
      const result = readRecord(renamed.of(row), { file: path, lineOf: () => line });
      run.record(path, line, result, rowBytes);
      if (run.isFull) yield* run.batch();
    }
}

const RECORD_FIELDS = Object.keys(articleRecord.shape);
const ADDRESSES = ["webUrl", "originalUrl"];
