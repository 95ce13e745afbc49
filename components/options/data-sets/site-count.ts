import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";

/** How many sites a data set names. While its index cannot be read, the outlets are counted instead. */
export function siteCount({ patterns, outlets }: DataSetStatus): number {
  return patterns.length > 0 ? patterns.length : outlets;
}
