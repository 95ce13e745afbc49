const DAY = 86_400_000;
const PERIODS: ReadonlyMap<string, number> = new Map([
  ["hourly", DAY / 24],
  ["daily", DAY],
  ["weekly", 7 * DAY],
  ["monthly", 30 * DAY],
  ["yearly", 365 * DAY],
]);

/**
 * How long a feed asks to be left alone by the syndication module of RSS 1.0
 * (http://web.resource.org/rss/1.0/modules/syndication/), ms; `null` where it does not say.
 */
export function updatePeriod(
  sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
): number | null {
  const period = PERIODS.get(sy?.updatePeriod?.toLowerCase() ?? "");
  if (period === undefined) return null;
  const times = sy?.updateFrequency ?? 1;
  return times > 0 ? period / times : period;
}
