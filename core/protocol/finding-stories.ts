import type { DataSetStatus } from "./data-set-status.ts";

/** Whether the stories of a data set that answers are being found, or will be by themselves. */
export function isFindingStories({
  health,
  stories,
}: Pick<DataSetStatus, "health" | "stories">): boolean {
  const isAnswering = health === "good" || health === "incomplete";
  return isAnswering && (stories.kind === "building" || stories.kind === "waiting");
}
