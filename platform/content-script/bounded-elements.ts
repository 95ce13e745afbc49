/** At most this many elements of a page are read, in document order; real articles have some thousands. */
const MAX_ELEMENTS = 20_000;
/** At most this many nodes are joined to the text of one element; inline markup may split it into many. */
const MAX_NODES = 400;

/** The first elements of a page, by name. */
export type NamedElements = ReadonlyMap<string, readonly Element[]>;

/**
 * The first elements of a document, by name.
 *
 * Methods are called on the DOM's prototypes: a page can replace the document's with `<form
 * name="getElementsByTagName">`, and we do not rely on the browser hiding such names from the extension's world. The
 * list is iterated: for `[i]` Chromium counts it first, which walks a huge page to its end, as would a search for a
 * name that is rare on the page.
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
  let text = "";
  for (const node of textNodes(document, element, MAX_NODES)) {
    if (text.length >= most) break;
    text += node.substringData(0, most - text.length);
  }
  return text;
}

/** The texts among the first `most` nodes of any kind in `root`, in document order. */
export function* textNodes(document: Document, root: Node, most: number): Generator<Text> {
  const nodes = Document.prototype.createTreeWalker.call(document, root);
  for (let i = 0; i < most && nodes.nextNode() !== null; i++)
    if (nodes.currentNode instanceof Text) yield nodes.currentNode;
}
