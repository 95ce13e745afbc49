import { splitWords } from "./split-words.ts";

/** A title, and what follows its last bar, dot or spaced dash. */
const SUFFIXED = /^(.*\S)\s+([|«»·•–—-])\s+([^|«»·•]{2,60})$/u;

/** An outlet as records describe it. */
export interface NamedOutlet {
  readonly name: string;
  readonly domain: string;
}

/**
 * Splits a title into the headline and the outlet's name that pages put after it. The name is recognised by its form
 * alone: at most five words after a separator, fewer than before it, with a letter, and at least three words before it.
 *
 * @example splitOutlet("Sun rises in the east | The Daily Planet") // { headline: "Sun rises in the east", outlet: "The Daily Planet" }
 */
export function splitOutlet(title: string): { headline: string; outlet: string } {
  const [, headline = "", , outlet = ""] = SUFFIXED.exec(title) ?? [];
  const before = splitWords(headline).length;
  const after = splitWords(outlet).length;
  if (before >= 3 && after <= 5 && after < before && /\p{L}/u.test(outlet))
    return { headline, outlet };
  return { headline: title, outlet: "" };
}

/**
 * A headline without its outlet's name and with nothing else missing. What follows a dash may distinguish the headline from
 * others (“cup final - Rovers out”), so after a dash only the outlet's own name is removed, and nothing with digits in it is.
 */
export function withoutOutletSuffix(title: string, outlet: NamedOutlet): string {
  const { headline, outlet: suffix } = splitOutlet(title);
  if (suffix === "" || isNameOf(outlet, suffix)) return headline;
  const [separator = ""] = title.slice(headline.length).trim();
  return /[–—-]/.test(separator) || /\d/.test(suffix) ? title : headline;
}

function isNameOf({ name, domain }: NamedOutlet, suffix: string): boolean {
  const [suffixWords, nameWords, siteWords] = [suffix, name, domain].map(splitWords) as [
    string[],
    string[],
    string[],
  ];
  const isIn = (words: readonly string[], others: readonly string[]) =>
    words.length > 0 && words.every((word) => others.includes(word));
  // “BBC News” for “BBC”, “Reuters” for “Reuters UK” or reuters.com, “Daily Planet” for dailyplanet.com.
  return (
    isIn(nameWords, suffixWords) ||
    isIn(suffixWords, [...nameWords, ...siteWords]) ||
    siteWords.includes(suffixWords.join(""))
  );
}
