import { decodeXML } from "entities";
import { ONE_LINE, repairBy, WELL_FORMED } from "../text/repair-steps.ts";

/**
 * One plain line out of a text of a page, at most `maxLength` UTF-16 code units. The browser has undone
 * entities in markup, but not those in JSON-LD and those that were escaped twice: the numbered ones and
 * XML's five are undone here. HTML's full table would be half as big as the rest of the background.
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
