import Papa from "papaparse";
import { findColumns } from "./columns.ts";
import { splitTsvRow } from "./tsv-row.ts";

/** How a table's rows are cut into cells, and its header where the file has none. */
export interface TableLayout {
  readonly delimiter: "\t" | "," | ";";
  /** Column names of a known layout without header line; `null` when the first row has them. */
  readonly header: readonly string[] | null;
}

/** Rows looked at. */
const PREVIEW = 20;

/** Columns of the UCI News Aggregator file as it is published (its readme), which has no header. */
const UCI_COLUMNS = [
  "id",
  "title",
  "url",
  "publisher",
  "category",
  "story",
  "hostname",
  "timestamp",
];

/**
 * Tells a table from other text: its header has a name we know, or all the first rows have the
 * same number of cells.
 *
 * @param text start of the file, without blank lines in front
 * @param isWhole whether that is all of it
 * @returns `null` when it is no table
 */
export function detectTable(text: string, isWhole: boolean): TableLayout | null {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell that this is no text
  if (line === "" || /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(line)) return null;
  const delimiter = delimiterOf(line);
  if (delimiter === null) return null;
  const rows = firstRows(text, delimiter, isWhole);
  const [first = [], ...rest] = rows;
  if (delimiter === "\t" && isUciRow(first)) return { delimiter, header: UCI_COLUMNS };
  const { missing } = findColumns(first);
  const isKnown = missing.length === 0 || (missing.length === 1 && first.length > 1);
  const isEven = rest.length > 0 && rest.every((row) => row.length === first.length);
  return first.length > 1 && (isKnown || isEven) ? { delimiter, header: null } : null;
}

function delimiterOf(line: string): TableLayout["delimiter"] | null {
  if (line.includes("\t")) return "\t";
  const commas = line.split(",").length;
  const semicolons = line.split(";").length;
  if (commas === 1 && semicolons === 1) return null;
  return semicolons > commas ? ";" : ",";
}

function firstRows(
  text: string,
  delimiter: TableLayout["delimiter"],
  isWhole: boolean,
): readonly (readonly string[])[] {
  const rows =
    delimiter === "\t"
      ? text
          .split(/\r?\n/, PREVIEW + 1)
          .filter((line) => line.trim() !== "")
          .map(splitTsvRow)
      : Papa.parse<string[]>(text, { delimiter, preview: PREVIEW + 1, skipEmptyLines: "greedy" })
          .data;
  // The last row may have been cut off, unless it is followed by empty lines.
  const isEnded = isWhole || /[\r\n]$/.test(text);
  return rows.length > PREVIEW || isEnded ? rows.slice(0, PREVIEW) : rows.slice(0, -1);
}

function isUciRow(cells: readonly string[]): boolean {
  const [, , url = "", , , , , time = ""] = cells;
  return cells.length === 8 && /^https?:\/\//.test(url) && /^\d{12,13}$/.test(time);
}
