import { findColumns } from "./columns.ts";
import { CsvRows } from "./csv-rows.ts";
import { splitTsvRow } from "./tsv-row.ts";

/** The character between the cells of a row. */
export type Delimiter = "\t" | "," | ";";

/** The number of rows from which a table is detected. */
const PREVIEW = 20;

/**
 * Detects a table: its header has a known column name, or the first rows all have the same number of cells.
 *
 * @param text the start of the file, without blank lines in front
 * @param isWhole whether `text` is the whole file
 * @returns the delimiter of the table; `null` for other text
 */
export function detectTable(text: string, isWhole: boolean): Delimiter | null {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: binary data has them, text has not
  if (line === "" || /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(line)) return null;
  const delimiter = delimiterOf(line);
  if (delimiter === null) return null;
  const [header = [], ...rows] = firstRows(text, delimiter, isWhole);
  if (header.length < 2) return null;
  const isKnown = findColumns(header).missing.length < 2;
  const isEven = rows.length > 0 && rows.every((row) => row.length === header.length);
  return isKnown || isEven ? delimiter : null;
}

function delimiterOf(line: string): Delimiter | null {
  if (line.includes("\t")) return "\t";
  const commas = line.split(",").length;
  const semicolons = line.split(";").length;
  if (commas === 1 && semicolons === 1) return null;
  return semicolons > commas ? ";" : ",";
}

function firstRows(
  text: string,
  delimiter: Delimiter,
  isWhole: boolean,
): readonly (readonly string[])[] {
  const rows = delimiter === "\t" ? tsvRows(text) : csvRows(text, delimiter);
  // The last row may be incomplete, unless its line end was read.
  const isEnded = isWhole || /[\r\n]$/.test(text);
  return rows.length > PREVIEW || isEnded ? rows.slice(0, PREVIEW) : rows.slice(0, -1);
}

function tsvRows(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n/, PREVIEW + 1)
    .filter((line) => line.trim() !== "")
    .map(splitTsvRow);
}

/** Rows whose quotes do not match count as rows of one cell. */
function csvRows(text: string, delimiter: Delimiter): readonly (readonly string[])[] {
  const reader = new CsvRows(delimiter, text.length);
  const rows = [...reader.push({ text, line: 1 }), ...reader.end()];
  return rows.slice(0, PREVIEW + 1).map(({ cells }) => cells ?? [""]);
}
