import type { Segment } from "../segment/segment.ts";

/** What a segment has on a page or its outlet, with the segment. */
export interface Finding<Found> {
  readonly segment: Segment;
  readonly found: Found;
}

/** Looks something up in all segments at once; those that have nothing are left out. */
export async function findings<Found>(
  segments: readonly Segment[],
  find: (segment: Segment) => Promise<Found | null>,
): Promise<Finding<Found>[]> {
  const found = await Promise.all(segments.map(find));
  return segments.flatMap((segment, i) => {
    const one = found[i];
    return one == null ? [] : [{ segment, found: one }];
  });
}
