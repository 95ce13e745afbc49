import type { DataSetStatus } from "./data-set-status.ts";

type StoryProgress = Pick<DataSetStatus, "health" | "stories">;

/** Whether a usable data set's story index is being built or is about to be, without the user doing anything. */
export function isFindingStories({ health, stories }: StoryProgress): boolean {
  const isAnswering = health === "good" || health === "incomplete";
  return isAnswering && (stories.kind === "building" || stories.kind === "waiting");
}

/** Whether this is true of any enabled data set. Then a story that was not found may still appear. */
export function isAnyFindingStories(
  dataSets: readonly (StoryProgress & Pick<DataSetStatus, "isEnabled">)[],
): boolean {
  return dataSets.some((dataSet) => dataSet.isEnabled && isFindingStories(dataSet));
}
