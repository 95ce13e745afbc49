import { isFindingStories } from "./finding-stories.ts";
import type { LiveStatus } from "./live-status.ts";
import type { PublishedSets } from "./published-status.ts";
import type { Status } from "./responses.ts";

/** Whether the status will soon change by itself: work is under way, or an undo runs out. */
export function isChangingByItself({ job, dataSets, deleted }: Status): boolean {
  const isBuilding = dataSets.some(
    (dataSet) => dataSet.health === "rebuilding" || isFindingStories(dataSet),
  );
  return job?.state === "running" || isBuilding || deleted.length > 0;
}

/** Whether feeds are being polled. */
export function isPolling({ round, outlets }: LiveStatus): boolean {
  return round !== null || outlets.some((outlet) => outlet.isPolling);
}

/** Whether a published data set is being fetched. */
export function isFetching({ sets }: PublishedSets): boolean {
  return sets.some(({ progress }) => progress !== null);
}
