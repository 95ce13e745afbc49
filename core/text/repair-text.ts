import { decodeHTMLStrict } from "entities";
import {
  ONE_LINE,
  type RepairStep,
  repairBy,
  type TextRepair,
  WELL_FORMED,
} from "./repair-steps.ts";
import { undoDoubleEncoding } from "./windows-1252.ts";

// Entities first: a control character may hide behind one.
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
 * One line of plain text out of whatever a data set holds, and what was done to it.
 *
 * Undoes HTML entities and double-encoded UTF-8; takes out control characters and the characters
 * that override text direction; folds white space; cuts at `maxLength` UTF-16 code units.
 *
 * @example repairText("Tom &amp; Jerry\r\n", 100) // { text: "Tom & Jerry", repairs: ["html-entity", "line-break"] }
 */
export function repairText(
  input: string,
  maxLength: number,
): { text: string; repairs: readonly TextRepair[] } {
  return repairBy(STEPS, input, maxLength);
}
