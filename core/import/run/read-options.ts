import type { ColumnMapping, TableColumns } from "../tables/columns.ts";
import type { Limits } from "./limits.ts";

/** How `readFiles` reads. */
export interface ReadOptions {
  /** Which columns of a table hold which fields, where their names do not tell. */
  readonly columns?: ColumnMapping;
  /** The same for tables with one certain header; these take precedence over `columns`. */
  readonly tables?: readonly TableColumns[];
  readonly signal?: AbortSignal;
  /** Limits that replace those of `LIMITS`. */
  readonly limits?: Partial<Limits>;
}
