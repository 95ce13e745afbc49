import { DAY } from "../../durations.ts";

const PERIODS: ReadonlyMap<string, number> = new Map([
  ["hourly", DAY / 24],
  ["daily", DAY],
  ["weekly", 7 * DAY],
  ["monthly", 30 * DAY],
  ["yearly", 365 * DAY],
]);

/**
 * The time between two updates that a feed states with the syndication module of RSS 1.0
 * (http://web.resource.org/rss/1.0/modules/syndication/), in ms; `null` when it states none.
 */
export function updatePeriod(
  sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
): number | null {
  const period = PERIODS.get(sy?.updatePeriod?.toLowerCase() ?? "");
  if (period === undefined) return null;
  const times = sy?.updateFrequency ?? 1;
  return times > 0 ? period / times : period;
}
