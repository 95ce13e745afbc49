import { HOUR } from "../../durations.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** `/2014/03/10/`, `/2014/mar/10/`, `2014-03-10`, `20140310`; not inside a longer number. */
const DATE =
  /(?<!\d)((?:19|20)\d\d)([/-]?)(0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\2(0[1-9]|[12]\d|3[01]|[1-9](?=\2\D))(?!\d)/i;
const NOON = 12 * HOUR;

/**
 * When an article was published, ms since 1970: as stated, else noon UTC of the day in its address, else `null`. A day in the
 * address that contradicts the stated time is ignored. Which of the two is wrong differs from outlet to outlet, and
 * with the address preferred, articles with and without a day in their address were months apart
 * (`docs/decisions/story-ranking.md`).
 *
 * @param published ms since 1970, or `null`
 */
export function publishedOrAddressDate(published: number | null, url: string): number | null {
  return published ?? addressDay(url);
}

/** Noon UTC of the day in an address, ms since 1970, or `null`. */
function addressDay(url: string): number | null {
  const [, year = "", , month = "", day = ""] = DATE.exec(URL.parse(url)?.pathname ?? "") ?? [];
  if (year === "") return null;
  const named = MONTHS.indexOf(month.toLowerCase());
  const number = named >= 0 ? named : Number(month) - 1;
  const time = Date.UTC(Number(year), number, Number(day));
  return new Date(time).getUTCDate() === Number(day) ? time + NOON : null;
}
