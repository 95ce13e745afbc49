import { decodeXML } from "entities";
import { ONE_LINE, repairBy, WELL_FORMED } from "../text/repair-steps.ts";

/**
 * A text of a page as one plain line of at most `maxLength` UTF-16 code units. The browser has decoded the
 * entities of the markup, but not those in JSON-LD and those that were escaped twice. Numeric entities
 * and the five of XML are decoded here; HTML's full table would be half as big as the rest of the background script.
 */
export function pageText(text: string, maxLength: number): string {
  return repairBy(STEPS, text, maxLength).text;
}

const STEPS = [
  WELL_FORMED,
  {
    repair: "html-entity",
    apply: (text: string) => decodeXML(decodeXML(text.replaceAll("&nbsp;", " "))).toWellFormed(),
  },
  ...ONE_LINE,
] as const;
