import type { BenchmarkRow } from "./benchmark.ts";

/**
 * Rows by the table they stand in: a row with a column that the table before has not begins another. A table
 * has the columns of its first row.
 */
export function tablesOf(rows: readonly BenchmarkRow[]): (readonly BenchmarkRow[])[] {
  const tables: BenchmarkRow[][] = [];
  for (const row of rows) {
    const [first] = tables.at(-1) ?? [];
    const isOfIt =
      first !== undefined && Object.keys(row).every((name) => Object.hasOwn(first, name));
    if (isOfIt) tables.at(-1)?.push(row);
    else tables.push([row]);
  }
  return tables;
}
