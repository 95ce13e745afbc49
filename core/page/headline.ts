/** What stands between a headline and the name of the outlet. */
const SEPARATOR = /\s+[-–—|·•:»«/]+\s+|\s*[|»]\s*/;

/**
 * A headline without the outlet's name at its end or start, where sites put it for search engines:
 * there it would find articles about the outlet.
 *
 * @param names what the outlet may be called; hosts too (`www.vg247.com` stands for VG247)
 * @example withoutOutlet("Bridge closed - The Gazette", ["Gazette", "www.thegazette.example"]) // "Bridge closed"
 */
export function withoutOutlet(headline: string, names: readonly string[]): string {
  const known = new Set(names.flatMap(namesIn).filter((name) => name !== ""));
  const isOutlet = (part: string | undefined) => part !== undefined && known.has(folded(part));
  const parts = headline.split(new RegExp(`(${SEPARATOR.source})`));
  // Parts and what separates them take turns.
  while (parts.length > 2 && isOutlet(parts.at(-1))) parts.splice(-2);
  while (parts.length > 2 && isOutlet(parts[0])) parts.splice(0, 2);
  return parts.join("");
}

/** A name as it may be written in a headline; of a host its labels joined, without the last ones too. */
function namesIn(name: string): string[] {
  const labels = name
    .toLowerCase()
    .replace(/^www\./, "")
    .split(".");
  return labels.map((_, i) => folded(labels.slice(0, labels.length - i).join("")));
}

/** Letters and digits only; "the" counts for nothing. */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\s*the(?=\W)/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
