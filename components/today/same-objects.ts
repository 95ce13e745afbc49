import type { TodayAnswer } from "../../core/protocol/today.ts";

/**
 * The new answer, in which every part that is equal to the one before is the same object, so that it need not be
 * drawn again.
 */
export function withSameObjects(before: TodayAnswer | null, answer: TodayAnswer): TodayAnswer {
  if (before === null) return answer;
  const stories = new Map(before.stories.map((story) => [JSON.stringify(story), story]));
  const isSame = JSON.stringify(before.outlets) === JSON.stringify(answer.outlets);
  const hasSamePreferences =
    JSON.stringify(before.preferences) === JSON.stringify(answer.preferences);
  return {
    ...answer,
    preferences: hasSamePreferences ? before.preferences : answer.preferences,
    outlets: isSame ? before.outlets : answer.outlets,
    stories: answer.stories.map((story) => stories.get(JSON.stringify(story)) ?? story),
  };
}
