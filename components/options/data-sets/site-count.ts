import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import type { PublishedStatus } from "../../../core/protocol/published-status.ts";

/** How many sites a data set names. While its index cannot be read, the outlets are counted instead. */
export function siteCount({ patterns, outlets }: DataSetStatus): number {
  return patterns.length > 0 ? patterns.length : outlets;
}

/** The same of a published data set, of which only a part may have been chosen. */
export function publishedSiteCount({ inUse }: PublishedStatus): number {
  return inUse?.patterns.length || (inUse?.outletCount ?? 0);
}
