import { localDay } from "../../core/feeds/poll/local-day.ts";
import type { LiveSummary } from "../../core/protocol/live-status.ts";
import { liveSummaryItem, outletsItem } from "./stored-items.ts";

/**
 * Keeps how the live outlets are, for the popup: to add it up means to read the states of all feeds.
 *
 * @param now ms since 1970
 */
export async function keepLiveSummary(summary: LiveSummary | null, now: number): Promise<void> {
  if (summary === null) return liveSummaryItem.remove();
  const { articlesToday, lastSuccessAt } = summary;
  await liveSummaryItem.change(() => ({ day: localDay(now), articlesToday, lastSuccessAt }));
}

/** How the live outlets are, as of the last round of polls; `null` where none is picked. */
export async function readLiveSummary(now: number): Promise<LiveSummary | null> {
  const outlets = (await outletsItem.read()).filter(({ removedAt }) => removedAt === null).length;
  if (outlets === 0) return null;
  const { day, articlesToday = 0, lastSuccessAt = null } = (await liveSummaryItem.read()) ?? {};
  return { outlets, articlesToday: day === localDay(now) ? articlesToday : 0, lastSuccessAt };
}
