import { ONE_LINE, repairBy, WELL_FORMED } from "./repair-steps.ts";

/** Longest line, in UTF-16 code units: no shorter than the titles of records and pages. */
const MAX_LENGTH = 1000;

/**
 * A text as one line without control characters and characters that override the direction of text, for files of other
 * programs. Most texts were repaired when they were read; what a line break does to such a file does not rest on that alone.
 */
export function plainLine(text: string): string {
  return repairBy([WELL_FORMED, ...ONE_LINE], text, MAX_LENGTH).text;
}
