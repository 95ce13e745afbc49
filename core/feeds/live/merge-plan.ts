/** Segments of live articles that there are at most, and that a look-up reads. */
export const MAX_SEGMENTS = 5;
/** One fewer is kept, so that there is room for what comes while some are being merged. */
const KEPT_SEGMENTS = MAX_SEGMENTS - 1;
/**
 * A segment is merged with what came after it while it is smaller than so many times all that. Tried over a year
 * of 10,000 articles a day (`npm run bench -- feeds`): 2, 3, 4 and 6 write each article 14.7, 14.4, 15.0 and 16.4 times.
 */
const GROWTH = 3;

/**
 * How many of the newest segments to merge into one: those that are small beside what came after them, and while
 * there are too many, up to the one that is the least times larger than what came after it. So the sizes grow
 * geometrically from the newest to the oldest, whatever the size of what is added.
 *
 * @param sizes in articles, the newest first
 * @param growth of how many times smaller
 * @param kept segments that are not too many
 * @returns 0, or 2 and more
 */
export function newestToMerge(
  sizes: readonly number[],
  growth = GROWTH,
  kept = KEPT_SEGMENTS,
): number {
  let count = 1;
  let together = sizes[0] ?? 0;
  const larger = () => (sizes[count] ?? 0) / Math.max(1, together);
  const next = () => {
    together += sizes[count] ?? 0;
    count++;
  };
  while (count < sizes.length && larger() < growth) next();
  let best = count;
  if (sizes.length - count + 1 > kept) {
    let least = Number.POSITIVE_INFINITY;
    while (count < sizes.length) {
      const times = larger();
      next();
      if (times > least) continue;
      least = times;
      best = count;
    }
  }
  return best < 2 ? 0 : best;
}
