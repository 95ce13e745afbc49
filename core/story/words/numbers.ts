/**
 * A number with separators, as texts write it: groups of three digits (`4,200`, `1.200.000`, `4’200`), with a decimal
 * fraction or without, or a decimal fraction alone (`6.4`, `6,4`). Dates and versions of three parts are none. The
 * source of a regular expression.
 */
export const NUMBER_AS_WRITTEN =
  "(?<![\\d.,])(?:\\d{1,3}(?:[.,'’]\\d{3})+(?:[.,]\\d{1,2})?|\\d+[.,]\\d{1,2})(?![.,]?\\d)";

/** A number as `plainNumbers` leaves it, with a decimal fraction. The source of a regular expression. */
export const DECIMAL = "(?<![\\d.])\\d+\\.\\d{1,2}(?!\\.?\\d)";

const NUMBER = new RegExp(NUMBER_AS_WRITTEN, "g");
const FRACTION = /[.,](\d{1,2})$/;
/** A space that no line breaks at, between groups of digits. */
const NARROW_SPACE = /(?<=\d)[\u00a0\u202f](?=\d{3}(?!\d))/g;

/**
 * A text in which every number is written in one way: its groups of digits joined, and a point before its decimal
 * fraction. Languages write them differently, and what a lone group of three digits means (`1.200`) depends on the
 * language: it counts as thousands, since few news give three decimals.
 *
 * @example plainNumbers("4,200 people, 6,4 percent") // "4200 people, 6.4 percent"
 */
export function plainNumbers(text: string): string {
  if (!/\d/.test(text)) return text;
  return text.replace(NUMBER, (number) => {
    const fraction = FRACTION.exec(number)?.[1];
    const whole = number.replace(FRACTION, "").replaceAll(/[.,'’]/g, "");
    return fraction === undefined ? whole : `${whole}.${fraction}`;
  });
}

/** Joins groups of digits with spaces that no line breaks at between them, which folding makes plain spaces. */
export function joinSpacedDigits(text: string): string {
  return text.replace(NARROW_SPACE, "");
}
