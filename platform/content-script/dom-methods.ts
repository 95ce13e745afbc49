// A page can have a form whose fields are named like methods: called on the DOM's prototypes, they are the real ones.

/** How far up the elements around a node are followed; a page may nest them without end. */
const MAX_ANCESTORS = 50;

/** Where an element lies in the window, CSS pixels. */
export function boxOfElement(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** Whether `inner` is `outer` or lies in it. */
export function contains(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

/** The elements around a node, from the inside out, also those around its shadow root. */
export function* ancestorsOf(node: Node): Generator<Element> {
  let parent = node.parentNode;
  for (let i = 0; i < MAX_ANCESTORS; i++) {
    if (parent instanceof ShadowRoot) parent = parent.host;
    if (!(parent instanceof Element)) return;
    yield parent;
    parent = parent.parentNode;
  }
}
