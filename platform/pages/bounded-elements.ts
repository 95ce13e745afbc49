/** Pieces of text that one element's text is put together of; markup within may cut it up. */
const MAX_PIECES = 200;

/**
 * The first elements of a name, at most `most`.
 *
 * Methods are called as the DOM's own: to a page's scripts `<form name="getElementsByTagName">` stands in
 * for the document's, and nothing here hangs on a browser keeping such names out of the extension's
 * world. The list is not counted, which would walk a huge page to its end.
 */
export function elementsNamed(document: Document, name: string, most: number): Element[] {
  const found = Document.prototype.getElementsByTagName.call(document, name);
  const elements: Element[] = [];
  for (let i = 0; i < most; i++) {
    const element = found[i];
    if (element === undefined) break;
    elements.push(element);
  }
  return elements;
}

/** The text in an element up to `most` UTF-16 code units, of which no more is copied. */
export function textWithin(document: Document, element: Element, most: number): string {
  const pieces = Document.prototype.createTreeWalker.call(document, element, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let i = 0; i < MAX_PIECES && text.length < most && pieces.nextNode() !== null; i++) {
    const { currentNode } = pieces;
    if (currentNode instanceof CharacterData)
      text += currentNode.substringData(0, most - text.length);
  }
  return text;
}
