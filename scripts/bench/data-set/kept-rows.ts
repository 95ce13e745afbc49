import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { BenchmarkRow } from "../benchmark.ts";

/** The tables of the benchmark, in the order in which they are shown. */
export const TABLES = ["file", "lookUp", "beside", "publish", "mirror", "mirrorLookUps"] as const;
export type TableName = (typeof TABLES)[number];

/** Rows by table and by what was measured in one go, such as a number of articles. */
type Measured = Partial<Record<TableName, Record<string, readonly BenchmarkRow[]>>>;

/**
 * The rows that were measured, also by earlier runs if they are kept in a file: the largest sizes take too long to be
 * measured in one run with the others.
 */
export class KeptRows {
  readonly #path: string | null;
  readonly #measured: Measured;

  constructor(path: string | null) {
    this.#path = path;
    this.#measured =
      path !== null && existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  }

  /** Adds rows in the place of those that were measured of the same before. */
  set(table: TableName, what: string, rows: readonly BenchmarkRow[]): void {
    this.#measured[table] = { ...this.#measured[table], [what]: rows };
    if (this.#path !== null)
      writeFileSync(this.#path, `${JSON.stringify(this.#measured, null, 1)}\n`);
  }

  /** The rows of a table: by number where `what` is one, else in the order in which they were measured. */
  of(table: TableName): BenchmarkRow[] {
    const entries = Object.entries(this.#measured[table] ?? {});
    const numberOf = (what: string) => Number.parseFloat(what) || Number.MAX_VALUE;
    return entries.sort(([a], [b]) => numberOf(a) - numberOf(b)).flatMap(([, rows]) => rows);
  }
}
