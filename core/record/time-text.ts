/** Longest text that is looked at, in UTF-16 code units. */
const MAX_LENGTH = 64;

/**
 * A time as the format writes it out of one that only lacks something: the `T`, the time of day
 * (then the day's start), the zone (then UTC) or the colon in it. Other text comes back as it is.
 *
 * @example mendTime("2021-07-01 10:51:00") // "2021-07-01T10:51:00Z"
 */
export function mendTime(text: string): string {
  if (text.length > MAX_LENGTH) return text;
  const spaced = text.trim().replace(/^(\d{4}-\d\d-\d\d) /, "$1T");
  if (/^\d{4}-\d\d-\d\d$/.test(spaced)) return `${spaced}T00:00:00Z`;
  if (/T\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(spaced)) return `${spaced}Z`;
  return spaced.replace(/(T\d\d:\d\d.*[+-]\d\d)(\d\d)$/, "$1:$2");
}
