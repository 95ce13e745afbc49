/** The longest text that is examined, in UTF-16 code units. */
const MAX_LENGTH = 64;
/** Numbers below this are seconds since 1970, from here on milliseconds. */
const MOST_SECONDS = 1e11;

/** `10.03.2024`, `10.3.2024, 8:30`. With dots the day always comes before the month. */
const DOTTED = /^(\d\d?)\.(\d\d?)\.(\d{4})(?:,? +(\d\d?:\d\d(?::\d\d)?))?$/;

/** A time as in mail and feeds (RFC 2822, 3.3): `Sun, 10 Mar 2024 12:00:00 GMT`. */
const MAIL =
  /^(?:[a-z]{3}, *)?(\d\d?) +([a-z]{3}) +(\d{4}) +(\d\d?:\d\d(?::\d\d)?)(?: +([a-z]+|[+-]\d{4}))?$/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** The time zones that RFC 2822 (4.3) names. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ...["GMT", "UTC", "UT", "Z"].map((name) => [name, "Z"] as const),
  ["EDT", "-04:00"],
  ["EST", "-05:00"],
  ["CDT", "-05:00"],
  ["CST", "-06:00"],
  ["MDT", "-06:00"],
  ["MST", "-07:00"],
  ["PDT", "-07:00"],
  ["PST", "-08:00"],
]);

/** `03/10/2024`, `3-10-2024`. The day comes first in some countries and the month in others. */
const SLASHED = /^(\d\d?)([/-])(\d\d?)\2\d{4}(?!\d)/;

/** Whether a text begins with a date of which nobody can tell the day from the month: both are at most 12. */
export function isAmbiguousDate(text: string): boolean {
  const [, first, , second] = SLASHED.exec(text.slice(0, MAX_LENGTH).trim()) ?? [];
  return first !== undefined && Number(first) <= 12 && Number(second) <= 12;
}

/**
 * Writes a time in the way of the format. Accepts times that lack the `T`, the time of day (then the start of
 * the day), the zone (then UTC) or the colon in the zone, and times in a notation that has one meaning only: with
 * dots, as in mail, or as seconds or milliseconds since 1970 (nine digits or more). Other text is returned
 * unchanged or as text that is not a time: the caller has to check the result.
 *
 * @example mendTime("2021-07-01 10:51:00") // "2021-07-01T10:51:00Z"
 */
export function mendTime(value: string | number): string {
  const text = String(value);
  if (text.length > MAX_LENGTH) return text;
  const trimmed = text.trim();
  if (/^-?\d{9,}(?:\.\d+)?$/.test(trimmed)) return timeOfNumber(Number(trimmed)) ?? text;
  const dotted = DOTTED.exec(trimmed);
  if (dotted !== null) {
    const [, day = "", month = "", year = "", time = "0:00:00"] = dotted;
    return `${year}-${padded(month)}-${padded(day)}T${paddedTime(time)}Z`;
  }
  const mail = MAIL.exec(trimmed);
  if (mail !== null) {
    const [, day = "", name = "", year = "", time = "", zone = "Z"] = mail;
    const month = String(MONTHS.indexOf(name.toLowerCase()) + 1);
    const offset = ZONES.get(zone.toUpperCase()) ?? zone.replace(/(\d\d)$/, ":$1");
    return `${year}-${padded(month)}-${padded(day)}T${paddedTime(time)}${offset}`;
  }
  const spaced = trimmed.replace(/^(\d{4}-\d\d-\d\d) /, "$1T");
  if (/^\d{4}-\d\d-\d\d$/.test(spaced)) return `${spaced}T00:00:00Z`;
  if (/T\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(spaced)) return `${spaced}Z`;
  return spaced.replace(/(T\d\d:\d\d.*[+-]\d\d)(\d\d)$/, "$1:$2");
}

function timeOfNumber(number: number): string | null {
  const time = new Date(Math.abs(number) < MOST_SECONDS ? number * 1000 : number);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

function padded(number: string): string {
  return number.padStart(2, "0");
}

function paddedTime(time: string): string {
  return time[1] === ":" ? `0${time}` : time;
}
