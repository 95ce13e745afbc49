/** Most segments of live articles, all of which a look-up reads. */
export const MAX_SEGMENTS = 5;
/** Segments that are left after a merge: one fewer, so that there is room for new articles while others are merged. */
const KEPT_SEGMENTS = MAX_SEGMENTS - 1;
/**
 * A segment is merged with all newer ones while it is smaller than this many times their sum. Over a year with
 * 10,000 articles a day, 2, 3, 4 and 6 write each article 14.7, 14.4, 15.0 and 16.4 times (`npm run bench -- feeds`).
 */
const GROWTH = 3;

/**
 * How many of the newest segments to merge into one (a log-structured merge, as in LSM trees). Segments that are small
 * compared with the sum of the newer ones are merged. If too many would be left, more are, up to the segment that is
 * largest by the smallest factor. Sizes therefore grow geometrically from the newest to the oldest, whatever the size of
 * what is added.
 *
 * @param sizes in articles, the newest first
 * @param growth a segment is small if it is less than this many times the sum of the newer ones
 * @param kept most segments that may be left
 * @returns 0, or at least 2
 */
export function newestToMerge(
  sizes: readonly number[],
  growth = GROWTH,
  kept = KEPT_SEGMENTS,
): number {
  let count = 1;
  let newer = sizes[0] ?? 0;
  const factor = () => (sizes[count] ?? 0) / Math.max(1, newer);
  const addNext = () => {
    newer += sizes[count] ?? 0;
    count++;
  };
  while (count < sizes.length && factor() < growth) addNext();
  let best = count;
  if (sizes.length - count + 1 > kept) {
    let least = Number.POSITIVE_INFINITY;
    while (count < sizes.length) {
      const current = factor();
      addNext();
      if (current > least) continue;
      least = current;
      best = count;
    }
  }
  return best < 2 ? 0 : best;
}
