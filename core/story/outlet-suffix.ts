import { splitWords } from "./split-words.ts";

/** A page's title and what follows its last bar, dot or spaced dash. */
const SUFFIXED = /^(.*\S)\s+[|«»·•–—-]\s+([^|«»·•]{2,60})$/u;

/**
 * A headline apart from the outlet's name that pages put behind it. Told by its form alone: at most
 * five words after a separator, fewer than before it, and three words before it.
 *
 * @example splitOutlet("Sun rises in the east | The Daily Planet") // { headline: "Sun rises in the east", outlet: "The Daily Planet" }
 */
export function splitOutlet(title: string): { headline: string; outlet: string } {
  const [, headline = "", outlet = ""] = SUFFIXED.exec(title) ?? [];
  const before = splitWords(headline).length;
  const after = splitWords(outlet).length;
  if (before >= 3 && after <= 5 && after < before) return { headline, outlet };
  return { headline: title, outlet: "" };
}
