/** What a text is, by its content alone, and the text to parse: without DOCTYPE and what precedes it. */
export interface FeedDocument {
  readonly kind: "rss" | "rdf" | "atom" | "news-sitemap" | "json" | "web-page" | "other";
  readonly text: string;
}

/** Software that fails writes its complaint before the feed; so much of it is passed over, in characters. */
const MAX_COMPLAINT = 2000;
const KINDS: ReadonlyMap<string, FeedDocument["kind"]> = new Map([
  ["rss", "rss"],
  ["rdf", "rdf"],
  ["feed", "atom"],
  ["urlset", "news-sitemap"],
  ["html", "web-page"],
]);

/**
 * Tells a feed's format by its outermost element, whatever the server calls it.
 *
 * The DOCTYPE is cut off with all it declares: no entity of its own is ever defined, so none can be
 * expanded (entity bombs) or read from elsewhere (XXE).
 */
export function feedDocument(text: string): FeedDocument {
  const start = text.slice(0, MAX_COMPLAINT).trimStart();
  if (start.startsWith("{")) return { kind: "json", text };
  const found = rootElement(text);
  if (found.kind !== "other") return found;
  const declared = start.indexOf("<?xml");
  if (declared > 0) return rootElement(start.slice(declared) + text.slice(MAX_COMPLAINT));
  return /<(?:!doctype\s+html|html)\b/i.test(start) ? { kind: "web-page", text } : found;
}

function rootElement(text: string): FeedDocument {
  let at = text.indexOf("<");
  while (at >= 0) {
    if (text.startsWith("<?", at)) at = next(text, "?>", at);
    else if (text.startsWith("<!--", at)) at = next(text, "-->", at);
    else if (text.startsWith("<!", at)) at = doctypeEnd(text, at);
    else break;
  }
  const name = at < 0 ? undefined : /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(at, at + 100))?.[1];
  const kind = KINDS.get(name?.toLowerCase() ?? "") ?? "other";
  return { kind, text: at < 0 ? text : text.slice(at) };
}

/** Where the next tag begins after what `end` ends. */
function next(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? -1 : text.indexOf("<", at + end.length);
}

/** Where the next tag begins after a DOCTYPE, whose internal subset may have tags and brackets in quotes and comments. */
function doctypeEnd(text: string, from: number): number {
  const parts = /"[^"]*(?:"|$)|'[^']*(?:'|$)|<!--[\s\S]*?(?:-->|$)|[[\]>]/g;
  parts.lastIndex = from + 2;
  let isInSubset = false;
  for (let part = parts.exec(text); part !== null; part = parts.exec(text)) {
    if (part[0] === "[") isInSubset = true;
    else if (part[0] === "]") isInSubset = false;
    else if (part[0] === ">" && !isInSubset) return text.indexOf("<", parts.lastIndex);
  }
  return -1;
}
