/** Nodes of a page that are looked at, and longest text, UTF-16 code units; real articles have some thousands of either. */
const MAX_NODES = 30_000;
const MAX_TEXT = 100_000;
/** What is written in these elements is not shown. */
const NOT_TEXT = /^(?:script|style|noscript|template|textarea|select|svg|iframe)$/;

/**
 * The text of a page up to a bound, with a line for each piece of it: all that the document shows or may show, since a word
 * that stands anywhere in it is not said to be missing.
 *
 * Methods are called as the DOM's own: `<form name="createTreeWalker">` could stand in for the document's.
 */
export function readText(document: Document): string {
  const body = Document.prototype.getElementsByTagName.call(document, "body").item(0);
  if (body === null) return "";
  const nodes = Document.prototype.createTreeWalker.call(document, body, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  let length = 0;
  for (let i = 0; i < MAX_NODES && length < MAX_TEXT && nodes.nextNode() !== null; i++) {
    const { currentNode: node } = nodes;
    if (!(node instanceof Text) || NOT_TEXT.test(node.parentElement?.localName ?? "")) continue;
    const text = node.substringData(0, MAX_TEXT - length);
    pieces.push(text);
    length += text.length;
  }
  return pieces.join("\n");
}
