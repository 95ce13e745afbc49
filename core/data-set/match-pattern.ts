/** The site or host of a match pattern: `*://*.futurism.com/*` → `futurism.com`. */
export function siteOfPattern(pattern: string): string {
  return pattern.replace(/^\*:\/\/(?:\*\.)?|\/\*$/g, "");
}
