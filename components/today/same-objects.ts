import type { TodayAnswer } from "../../core/protocol/today.ts";

/** An answer in which what is as before is the same object as before, so that it need not be drawn again. */
export function withSameObjects(before: TodayAnswer | null, answer: TodayAnswer): TodayAnswer {
  if (before === null) return answer;
  const stories = new Map(before.stories.map((story) => [JSON.stringify(story), story]));
  const isSame = JSON.stringify(before.outlets) === JSON.stringify(answer.outlets);
  return {
    ...answer,
    outlets: isSame ? before.outlets : answer.outlets,
    stories: answer.stories.map((story) => stories.get(JSON.stringify(story)) ?? story),
  };
}
