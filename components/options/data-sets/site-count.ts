import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";

/** Sites that a data set names; while its index cannot be read, its outlets stand for them. */
export function siteCount({ patterns, outlets }: DataSetStatus): number {
  return patterns.length > 0 ? patterns.length : outlets;
}
