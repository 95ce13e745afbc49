import type { ColumnsNeeded } from "../../../core/import/run/read-event.ts";
import { nameOfColumn } from "../../../core/import/tables/columns.ts";
import { visible } from "../../../core/record/problem.ts";

const MAX_LENGTH = 200;

/** The problem of a table whose columns of title and address were not found, with the options that would help. */
export function describeColumns({ file, header, sample, guess, missing }: ColumnsNeeded): string {
  const isHeaderless = header.every((name) => name === "");
  const shown = isHeaderless ? (sample[0] ?? []) : header;
  const found = `found ${shown.join(", ").slice(0, MAX_LENGTH)}`;
  const start = `${file}: rejected: ${isHeaderless ? "the table has no row of column names; " : ""}`;
  const hasNoAddress = missing.includes("url") && guess.url === undefined;
  const hints = hasNoAddress
    ? "no column holds the addresses of articles (https://…), and without them they cannot be shown"
    : `say which columns hold the ${missing.map(nameOfField).join(" and the ")}: ${missing.map((field) => option(field, header, guess[field])).join(" ")}`;
  return visible(`${start}${hints}; ${found}`);
}

function nameOfField(field: ColumnsNeeded["missing"][number]): string {
  return field === "url" ? "address" : field;
}

/** The option that maps a field to the column that is likely, or to one that the user has to name. */
function option(field: string, header: readonly string[], column: number | undefined): string {
  const name = column === undefined ? "COLUMN" : nameOfColumn(header[column], column);
  const mapping = `${field}=${name}`;
  return `--map ${/^[\w.=-]+$/.test(mapping) ? mapping : JSON.stringify(mapping)}`;
}

/** The columns that hold something and were not read, as one line. */
export function unusedLine(columns: readonly string[]): string {
  return `not used: ${visible(columns.join(", "))}`;
}
