/** Means over articles, from 0 to 1. */
export interface BCubed {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * How well groups agree with stories: for each article the share of its group that is of its story, and the share of
 * its story that is in its group (Bagga & Baldwin, “Entity-based cross-document coreferencing using the
 * vector space model”, ACL 1998).
 *
 * @param groups the group of each article
 * @param stories the story of each article
 */
export function bCubed(groups: readonly number[], stories: readonly string[]): BCubed {
  const groupSizes = countOf(groups);
  const storySizes = countOf(stories);
  const shared = countOf(groups.map((group, i) => `${group} ${stories[i]}`));
  let precision = 0;
  let recall = 0;
  for (const [i, group] of groups.entries()) {
    const story = stories[i] ?? "";
    const both = shared.get(`${group} ${story}`) ?? 0;
    precision += both / (groupSizes.get(group) ?? 1) / groups.length;
    recall += both / (storySizes.get(story) ?? 1) / groups.length;
  }
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

function countOf<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
