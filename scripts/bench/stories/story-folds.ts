import { murmur3 } from "../../../core/hash.ts";

/** Number of parts into which stories are divided for cross-validation. */
export const FOLDS = 5;

/** The part that a story belongs to, the same in every run. */
export function foldOf(story: string): number {
  return murmur3(story, 0) % FOLDS;
}
