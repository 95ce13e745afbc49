import { DAY } from "../durations.ts";

/** Years of the Buddhist calendar, which Thailand counts by, are ahead by this many. */
const BUDDHIST = 543;
const PERSIAN = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

/**
 * The start of a day in UTC, ms since 1970; `null` when the calendar has no such day. A year from 1300 to 1500 is taken for one of
 * the Persian calendar, and one from 2400 to 2700 for one of the Buddhist.
 *
 * @param month from 1 to 12
 */
export function startOfDay(year: number, month: number, day: number): number | null {
  if (year >= 1300 && year <= 1500) return startOfPersianDay(year, month, day);
  const date = new Date(
    Date.UTC(year >= 2400 && year <= 2700 ? year - BUDDHIST : year, month - 1, day),
  );
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

/** The Persian year begins at the equinox of March; its first six months have 31 days, the next five 30. */
function startOfPersianDay(year: number, month: number, day: number): number | null {
  const daysBefore = (month - 1) * 30 + Math.min(month - 1, 6) + day - 1;
  const guess = Date.UTC(year + 621, 2, 20) + daysBefore * DAY;
  const found = [0, DAY, 2 * DAY].find((more) => {
    const part = (type: string) =>
      Number(PERSIAN.formatToParts(guess + more).find((one) => one.type === type)?.value);
    return part("month") === month && part("day") === day;
  });
  return found === undefined ? null : guess + found;
}
