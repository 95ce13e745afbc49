import type { TodayAnswer } from "../../core/protocol/today.ts";

/**
 * The new answer, in which every part that is equal to the one before is the same object, so that it need not be
 * drawn again.
 */
export function withSameObjects(before: TodayAnswer | null, answer: TodayAnswer): TodayAnswer {
  if (before === null) return answer;
  const stories = new Map(before.stories.map((story) => [story.id, story]));
  return {
    ...answer,
    preferences: unlessEqual(before.preferences, answer.preferences),
    outlets: unlessEqual(before.outlets, answer.outlets),
    stories: answer.stories.map((story) => unlessEqual(stories.get(story.id), story)),
  };
}

function unlessEqual<Value>(before: Value | undefined, now: Value): Value {
  return before !== undefined && isEqual(before, now) ? before : now;
}

/** Whether two parts of an answer, which is JSON, are equal. It stops at the first difference. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [own, others] = [Object.entries(a), new Map(Object.entries(b))];
  return own.length === others.size && own.every(([key, value]) => isEqual(value, others.get(key)));
}
