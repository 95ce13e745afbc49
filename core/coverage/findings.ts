import type { SegmentReader } from "../segment/segment-reader.ts";

/** What a segment has on a page or its outlet, with the segment. */
export interface Finding<Found> {
  readonly segment: SegmentReader;
  readonly found: Found;
}

/** Looks something up in all segments at once; those that have nothing are left out. */
export async function findings<Found>(
  segments: readonly SegmentReader[],
  find: (segment: SegmentReader) => Promise<Found | null>,
): Promise<Finding<Found>[]> {
  const found = await Promise.all(segments.map(find));
  return segments.flatMap((segment, i) => {
    const one = found[i];
    return one == null ? [] : [{ segment, found: one }];
  });
}
