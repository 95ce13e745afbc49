/** Elements of a page that are looked at, in its order; real articles have some thousands. */
const MAX_ELEMENTS = 20_000;
/** Nodes within one element that its text is put together of; markup within may cut it up. */
const MAX_NODES = 400;

/** The first elements of a page, by name. */
export type NamedElements = ReadonlyMap<string, readonly Element[]>;

/**
 * The first elements of a document, by name.
 *
 * Methods are called as the DOM's own: to a page's scripts `<form name="getElementsByTagName">` stands in
 * for the document's, and nothing here hangs on a browser keeping such names out of the extension's
 * world. The list is taken one by one: by `[i]` Chromium would count it first and so walk a huge
 * page to its end, as would each look for a name that is rare there.
 */
export function elementsByName(document: Document): NamedElements {
  const all = Document.prototype.getElementsByTagName.call(document, "*");
  const elements: Element[] = [];
  for (let i = 0; i < MAX_ELEMENTS; i++) {
    const element = all.item(i);
    if (element === null) break;
    elements.push(element);
  }
  return Map.groupBy(elements, ({ localName }) => localName);
}

/** The text in an element up to `most` UTF-16 code units, of which no more is copied. */
export function textWithin(document: Document, element: Element, most: number): string {
  const nodes = Document.prototype.createTreeWalker.call(document, element);
  let text = "";
  for (let i = 0; i < MAX_NODES && text.length < most && nodes.nextNode() !== null; i++) {
    const { currentNode } = nodes;
    if (currentNode instanceof Text) text += currentNode.substringData(0, most - text.length);
  }
  return text;
}
