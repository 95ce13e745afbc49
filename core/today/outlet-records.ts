import type { TodayStory } from "./today-story.ts";

/** How often an outlet was first with a story that others had too. */
export interface OutletRecord {
  readonly outlet: string;
  /**
   * Stories of which it is known who was first, and that the outlet covered with a text of its own and a stated time.
   */
  readonly stories: number;
  /** Of these, those with which it was first. */
  readonly first: number;
  /** Median of how much earlier than the second it was then, ms; `null` if it never was first. */
  readonly lead: number | null;
}

/**
 * How often each outlet was first, the most often first. Reprints do not count, nor do articles of which the time is not
 * stated: they would only show when a feed was checked.
 */
export function outletRecords(stories: readonly TodayStory[]): OutletRecord[] {
  const records = new Map<string, { stories: number; leads: number[] }>();
  for (const { first, points } of stories) {
    if (first === null) continue;
    const compared = points.filter(({ isReprint, isTimeStated }) => !isReprint && isTimeStated);
    for (const outlet of new Set(compared.map((point) => point.outlet))) {
      const record = records.get(outlet) ?? { stories: 0, leads: [] };
      records.set(outlet, record);
      record.stories++;
      if (outlet === first.outlet) record.leads.push(first.lead);
    }
  }
  return Array.from(records, ([outlet, { stories, leads }]) => ({
    outlet,
    stories,
    first: leads.length,
    lead: median(leads),
  })).sort((a, b) => b.first - a.first || b.stories - a.stories || (a.outlet < b.outlet ? -1 : 1));
}

/** The lower one in the middle. */
function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}
