/** The kind of a document, by its content alone, and the text to parse, without the DOCTYPE and what precedes it. */
export interface FeedDocument {
  readonly kind: "rss" | "rdf" | "atom" | "news-sitemap" | "json" | "web-page" | "other";
  readonly text: string;
}

/** Failing server software writes error messages before the feed. They are skipped up to this length, in UTF-16 code units. */
const MAX_ERROR_MESSAGE = 2000;
/** 0xD800–0xDBFF and 0xDC00–0xDFFF, each as a numeric reference, perhaps escaped twice. */
const SURROGATES =
  /&(?:amp;)?#(?:x0{0,4}(d[89ab][\da-f]{2})|0{0,3}(5529[6-9]|55[3-9]\d\d|56[0-2]\d\d|563[01]\d));&(?:amp;)?#(?:x0{0,4}(d[c-f][\da-f]{2})|0{0,3}(5632[0-9]|563[3-9]\d|56[4-9]\d\d|57[0-2]\d\d|573[0-3]\d|5734[0-3]));/gi;
const KINDS: ReadonlyMap<string, FeedDocument["kind"]> = new Map([
  ["rss", "rss"],
  ["rdf", "rdf"],
  ["feed", "atom"],
  ["urlset", "news-sitemap"],
  ["html", "web-page"],
]);

/**
 * Recognises the format of a feed by its root element, whatever type the server states.
 *
 * The DOCTYPE is removed with all its declarations. So the document defines no entities, and none can be expanded
 * (entity bombs) or loaded from elsewhere (XXE).
 */
export function feedDocument(written: string): FeedDocument {
  const text = withJoinedSurrogates(written);
  const start = text.slice(0, MAX_ERROR_MESSAGE).trimStart();
  if (start.startsWith("{")) return { kind: "json", text };
  const found = rootElement(text);
  if (found.kind !== "other") return found;
  const declared = start.indexOf("<?xml");
  if (declared > 0) return rootElement(start.slice(declared) + text.slice(MAX_ERROR_MESSAGE));
  return /<(?:!doctype\s+html|html)\b/i.test(start) ? { kind: "web-page", text } : found;
}

/** Numeric references to the halves of a surrogate pair, by the character that the pair stands for. */
function withJoinedSurrogates(text: string): string {
  return text.replace(SURROGATES, (_, highHex, high, lowHex, low) => {
    const codes = [highHex ?? high, lowHex ?? low].map((code) =>
      Number.parseInt(code, /^d/i.test(code) ? 16 : 10),
    );
    return String.fromCharCode(...codes);
  });
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

/** Offset of the next tag after the construct that `end` closes; -1 when there is none. */
function next(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? -1 : text.indexOf("<", at + end.length);
}

/** Offset of the next tag after a DOCTYPE, whose internal subset may contain tags and brackets in quotes and comments; -1 when there is none. */
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
