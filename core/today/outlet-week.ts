import type { TodayStory } from "./today-story.ts";

/** How much of an outlet's articles are reprints, over stories that several outlets have. */
export interface OutletWeek {
  /** Articles of the outlet in these stories. */
  readonly articles: number;
  /** Those with the text of an earlier article of another outlet. */
  readonly reprints: number;
}

/** @param outlet the name by which the user has it */
export function outletWeek(stories: readonly TodayStory[], outlet: string): OutletWeek {
  const own = stories
    .filter(({ outlets }) => outlets.length > 1)
    .flatMap(({ points }) => points.filter((point) => point.outlet === outlet));
  return { articles: own.length, reprints: own.filter(({ isReprint }) => isReprint).length };
}
