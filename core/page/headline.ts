/** What separates a headline from the name of the outlet. */
const SEPARATOR = /\s+[-–—|·•:»«/]+\s+|\s*[|»]\s*/;

/**
 * A headline without the outlet's name at its end or start, where sites put it for search engines.
 * A search with the name in it would find articles about the outlet.
 *
 * @param names how the outlet may be called, hosts included (`www.vg247.com` matches VG247)
 * @example withoutSiteName("Bridge closed - The Gazette", ["Gazette", "www.thegazette.example"]) // "Bridge closed"
 */
export function withoutSiteName(headline: string, names: readonly string[]): string {
  const known = new Set(names.flatMap(namesIn).filter((name) => name !== ""));
  const isOutlet = (part: string | undefined) => part !== undefined && known.has(folded(part));
  const parts = headline.split(new RegExp(`(${SEPARATOR.source})`));
  // Texts and separators alternate.
  while (parts.length > 2 && isOutlet(parts.at(-1))) parts.splice(-2);
  while (parts.length > 2 && isOutlet(parts[0])) parts.splice(0, 2);
  return parts.join("");
}

/** The folded forms of a name; of a host its labels joined, each time with one fewer at the end. */
function namesIn(name: string): string[] {
  const labels = name
    .toLowerCase()
    .replace(/^www\./, "")
    .split(".");
  return labels.map((_, i) => folded(labels.slice(0, labels.length - i).join("")));
}

/** Letters and digits only, in lower case, without a leading "the". */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\s*the(?=\W)/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
