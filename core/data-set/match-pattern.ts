/** The site or host that a data set's match pattern is for: `*://*.futurism.com/*` → `futurism.com`. */
export function siteOfPattern(pattern: string): string {
  return pattern.replace(/^\*:\/\/(?:\*\.)?|\/\*$/g, "");
}
