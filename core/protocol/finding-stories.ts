import type { DataSetStatus } from "./data-set-status.ts";

type StoryProgress = Pick<DataSetStatus, "health" | "stories">;

/** Whether the stories of a data set that answers are being found, or will be by themselves. */
export function isFindingStories({ health, stories }: StoryProgress): boolean {
  const isAnswering = health === "good" || health === "incomplete";
  return isAnswering && (stories.kind === "building" || stories.kind === "waiting");
}

/** Whether that is so of any data set that is switched on: a story that is not there may come yet. */
export function isAnyFindingStories(
  dataSets: readonly (StoryProgress & Pick<DataSetStatus, "isEnabled">)[],
): boolean {
  return dataSets.some((dataSet) => dataSet.isEnabled && isFindingStories(dataSet));
}
