import type { BenchmarkRow } from "./benchmark.ts";

/**
 * Groups rows into tables. A row with a column that the current table does not have starts a new table. A table has
 * the columns of its first row.
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
