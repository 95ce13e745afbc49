import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { localDay } from "../../core/feeds/poll/local-day.ts";
import type { LiveSummary } from "../../core/protocol/live-status.ts";
import { readOutlets } from "./subscriptions-store.ts";

const KEY = "liveSummary";
const kept = z.object({
  day: z.string(),
  articlesToday: z.number(),
  lastSuccessAt: z.nullable(z.number()),
});

/**
 * Notes how the live outlets are, for the popup: to add it up means to read the states of all feeds.
 *
 * @param now ms since 1970
 */
export async function keepLiveSummary(summary: LiveSummary | null, now: number): Promise<void> {
  if (summary === null) return browser.storage.local.remove(KEY);
  const { articlesToday, lastSuccessAt } = summary;
  await browser.storage.local.set({ [KEY]: { day: localDay(now), articlesToday, lastSuccessAt } });
}

/** How the live outlets are, as of the last round of polls; `null` where none is picked. */
export async function readLiveSummary(now: number): Promise<LiveSummary | null> {
  const outlets = (await readOutlets()).filter(({ removedAt }) => removedAt === null).length;
  if (outlets === 0) return null;
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const { day, articlesToday, lastSuccessAt = null } = kept.safeParse(stored).data ?? {};
  return {
    outlets,
    articlesToday: day === localDay(now) ? (articlesToday ?? 0) : 0,
    lastSuccessAt,
  };
}
