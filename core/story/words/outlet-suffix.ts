import { splitWords } from "./split-words.ts";

/** A page's title and what follows its last bar, dot or spaced dash. */
const SUFFIXED = /^(.*\S)\s+([|«»·•–—-])\s+([^|«»·•]{2,60})$/u;

/** An outlet as records name it. */
export interface NamedOutlet {
  readonly name: string;
  readonly domain: string;
}

/**
 * A headline apart from the outlet's name that pages put behind it. Told by its form alone: at most
 * five words after a separator, fewer than before it and one of letters, and three words before it.
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
 * A headline without its outlet's name, where it must not lose more than that: behind a dash may stand what tells it
 * from others (“cup final - Rovers out”), so there only the outlet's own name is dropped; and no figures
 * anywhere.
 */
export function withoutOutletSuffix(title: string, outlet: NamedOutlet): string {
  const { headline, outlet: suffix } = splitOutlet(title);
  if (suffix === "" || isNameOf(outlet, suffix)) return headline;
  const [separator = ""] = title.slice(headline.length).trim();
  return /[–—-]/.test(separator) || /\d/.test(suffix) ? title : headline;
}

function isNameOf({ name, domain }: NamedOutlet, suffix: string): boolean {
  const [said, named, site] = [suffix, name, domain].map(splitWords) as [
    string[],
    string[],
    string[],
  ];
  const isIn = (words: readonly string[], others: readonly string[]) =>
    words.length > 0 && words.every((word) => others.includes(word));
  // “BBC News” of “BBC”, “Reuters” of “Reuters UK” or of reuters.com, “Daily Planet” of dailyplanet.com.
  return isIn(named, said) || isIn(said, [...named, ...site]) || site.includes(said.join(""));
}
