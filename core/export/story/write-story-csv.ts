import type { ArticleCoverage } from "../../coverage/coverage.ts";
import { csvLine } from "../csv-line.ts";
import { spreadsheetText } from "../spreadsheet-text.ts";
import { type StoryRow, storyTable } from "./story-table.ts";

/** Between the values of a list in one cell. */
const BETWEEN = "; ";

const COLUMNS = [
  "title",
  "outlet",
  "domain",
  "address",
  "type",
  "language",
  "marks",
  "published",
  "minutesAfterThisPage",
  "minutesAfterFirst",
  "isFirst",
  "quality",
  "qualityThird",
  "rank",
  "outletMedianQuality",
  "reason",
  "confidence",
  "shared",
  "namedBy",
  "copyOf",
  "dataSets",
] as const satisfies readonly (keyof StoryRow)[];

/**
 * A story as a CSV file (RFC 4180, UTF-8), a row for each article.
 *
 * Unlike the export of a data set (`csvRow`), it is made for spreadsheets and is never read back: a text that a spreadsheet
 * would take for a formula gets an apostrophe in front. The JSON file has each text unchanged.
 */
export function writeStoryCsv(coverage: ArticleCoverage): string {
  const rows = storyTable(coverage).map((row) => COLUMNS.map((name) => cell(row[name])));
  return [COLUMNS, ...rows].map(csvLine).join("");
}

function cell(value: StoryRow[keyof StoryRow]): string {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return spreadsheetText(typeof value === "string" ? value : value.join(BETWEEN));
}
