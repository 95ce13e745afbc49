import { decodeHTMLStrict } from "entities";
import {
  ONE_LINE,
  type RepairStep,
  repairBy,
  type TextRepair,
  WELL_FORMED,
} from "./repair-steps.ts";
import { undoDoubleEncoding } from "./windows-1252.ts";

// Entities come first, because they may stand for control characters.
const STEPS: readonly RepairStep[] = [
  WELL_FORMED,
  {
    repair: "html-entity",
    apply: (text) => decodeHTMLStrict(decodeHTMLStrict(text)).toWellFormed(),
  },
  { repair: "double-encoded", apply: undoDoubleEncoding },
  ...ONE_LINE,
];

/**
 * Makes one line of plain text out of any text of a data set, and returns what was repaired.
 *
 * Decodes HTML entities and double-encoded UTF-8, removes control characters and characters that override
 * the direction of text, collapses white space, and cuts at `maxLength` UTF-16 code units.
 *
 * @example repairText("Tom &amp; Jerry\r\n", 100) // { text: "Tom & Jerry", repairs: ["html-entity", "line-break"] }
 */
export function repairText(
  input: string,
  maxLength: number,
): { text: string; repairs: readonly TextRepair[] } {
  return repairBy(STEPS, input, maxLength);
}
