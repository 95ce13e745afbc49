import { findColumns, isAddress } from "./columns.ts";
import { CsvRows } from "./csv-rows.ts";
import { splitTsvRow } from "./tsv-row.ts";

/** The character between the cells of a row. */
export type Delimiter = "\t" | "," | ";" | "|";

/** How a table is written. */
export interface TableLayout {
  readonly delimiter: Delimiter;
  /** The number of rows before the header: a heading of a report, or the line `sep=;` of Excel. */
  readonly rowsBefore: number;
  readonly hasHeader: boolean;
}

/** The number of rows from which a table is detected. */
const PREVIEW = 20;
/** The header is searched for in so many rows. */
const MAX_BEFORE = 10;

type Rows = readonly (readonly string[])[];

/**
 * Detects a table: its header has known column names, or the first rows all have the same number of cells.
 *
 * @param text the start of the file, without blank lines in front
 * @param isWhole whether `text` is the whole file
 * @returns `null` for other text
 */
export function detectTable(text: string, isWhole: boolean): TableLayout | null {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: binary data has them, text has not
  if (line === "" || /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(line)) return null;
  const told = delimiterTold(line);
  const delimiters = told === null ? delimitersOf(line) : [told];
  const tables = delimiters.map((delimiter) => ({
    delimiter,
    rows: firstRows(text, delimiter, isWhole),
  }));
  for (const { delimiter, rows } of tables) {
    const at = headerIn(rows);
    if (at !== null) return { delimiter, rowsBefore: at, hasHeader: true };
  }
  const [first] = tables;
  if (first === undefined) return null;
  const rowsBefore = told === null ? 0 : 1;
  const { delimiter } = first;
  const [header = [], ...rows] = first.rows.slice(rowsBefore);
  if (header.length < 2) return null;
  const isKnown = findColumns(header).missing.length < 2;
  const isEven = rows.length > 0 && rows.every((row) => row.length === header.length);
  // Lines with bars between words are more often text, or a table in Markdown.
  if (!isKnown && (!isEven || delimiter === "|")) return null;
  return { delimiter, rowsBefore, hasHeader: isKnown || !header.some(isValue) };
}

/** The delimiter that the line `sep=;` declares, which Excel writes and reads. */
function delimiterTold(line: string): Delimiter | null {
  const told = /^"?sep=([\t,;|])"?$/i.exec(line)?.[1];
  return DELIMITERS.find((delimiter) => delimiter === told) ?? null;
}

const DELIMITERS: readonly Delimiter[] = ["\t", ",", ";", "|"];

/** The delimiters that a table which begins with this line may have, the likeliest one first. */
function delimitersOf(line: string): readonly Delimiter[] {
  if (line.includes("\t")) return ["\t"];
  const count = (delimiter: Delimiter) => line.split(delimiter).length - 1;
  const sorted = ([",", ";", "|"] as const).toSorted((a, b) => count(b) - count(a));
  // A heading of a report may have none of them.
  return count(sorted[0] ?? ",") === 0 ? DELIMITERS : sorted;
}

/** The index of the header; `null` when no row names both a title and an address. */
function headerIn(rows: Rows): number | null {
  for (const [at, row] of rows.slice(0, MAX_BEFORE).entries()) {
    const { indexes, missing } = findColumns(row);
    if (missing.length > 0) continue;
    // Below words that only happen to be names of columns there are no addresses.
    const url = rows[at + 1]?.[indexes.get("url") ?? -1] ?? "";
    if (at === 0 || isAddress(url)) return at;
  }
  return null;
}

/** Whether a cell holds a value and not the name of a column. */
function isValue(cell: string): boolean {
  return isAddress(cell) || /^\s*[-+]?\d[\d.,:/ -]*\s*$/.test(cell) || cell.length > 100;
}

function firstRows(text: string, delimiter: Delimiter, isWhole: boolean): Rows {
  const rows = delimiter === "\t" ? tsvRows(text) : csvRows(text, delimiter);
  // The last row may be incomplete, unless its line end was read.
  const isEnded = isWhole || /[\r\n]$/.test(text);
  return rows.length > PREVIEW || isEnded ? rows.slice(0, PREVIEW) : rows.slice(0, -1);
}

function tsvRows(text: string): Rows {
  return text
    .split(/\r?\n/, PREVIEW + 1)
    .filter((line) => line.trim() !== "")
    .map(splitTsvRow);
}

/** Rows whose quotes do not match count as rows of one cell. */
function csvRows(text: string, delimiter: Delimiter): Rows {
  const reader = new CsvRows(delimiter, text.length);
  const rows = [...reader.push({ text, line: 1 }), ...reader.end()];
  return rows.slice(0, PREVIEW + 1).map(({ cells }) => cells ?? [""]);
}
