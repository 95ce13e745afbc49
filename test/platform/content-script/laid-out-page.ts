import { layers } from "./stand-ins.ts";

/** A layout for happy-dom, which works out none: elements and their texts lie where a test puts them. */

export const TEXT =
  "A sentence of an article that is long enough to be one, and no label of something. ";

/** A place in the window: left, top, width, height, CSS pixels. */
export type Box = readonly [left: number, top: number, width: number, height: number];

const boxes = new WeakMap<Element, DOMRect>();
const ownBox = Element.prototype.getBoundingClientRect;
Element.prototype.getBoundingClientRect = function () {
  return boxes.get(this) ?? ownBox.call(this);
};
/** The innermost element around a node that has a box, or the node itself. */
function laidOut(node: Node): Element | null {
  let element = node instanceof Element ? node : node.parentElement;
  while (element !== null && !boxes.has(element)) element = element.parentElement;
  return element;
}
// A text fills the box of the innermost element around it that has one, unless its lines end before that: its first, or its last.
Range.prototype.getBoundingClientRect = function () {
  const element = laidOut(this.startContainer);
  const last = laidOut(this.endContainer);
  if (element === null || last === null) return new DOMRect();
  const { left, top, height } = element.getBoundingClientRect();
  const rag =
    (this.startOffset > 0 ? element.getAttribute("data-end-rag") : null) ??
    element.getAttribute("data-rag");
  const width = last.getBoundingClientRect().right - left;
  return new DOMRect(left, top, width - Number(rag), height);
};

/** As it is set on an element itself, else as browsers have it: happy-dom leaves it empty. */
globalThis.getComputedStyle = (element) => {
  const set = new Map(
    element
      .getAttribute("style")
      ?.split(";")
      .map((line) => line.split(":").map((part) => part.trim()) as [string, string]),
  );
  return {
    position: set.get("position") ?? "static",
    zIndex: set.get("z-index") ?? "auto",
    overflowX: set.get("overflow-x") ?? "visible",
    pointerEvents: set.get("pointer-events") ?? "auto",
    writingMode: set.get("writing-mode") ?? "horizontal-tb",
  } as CSSStyleDeclaration;
};

Object.defineProperty(HTMLElement.prototype, "offsetParent", {
  get(this: HTMLElement) {
    let element = this.parentElement;
    while (element !== null && getComputedStyle(element).position === "static")
      element = element.parentElement;
    return getComputedStyle(this).position === "fixed" ? null : element;
  },
});
Element.prototype.checkVisibility = () => true;

export function putAt(element: Element, [left, top, width, height]: Box): void {
  boxes.set(element, new DOMRect(left, top, width, height));
}

/** Adds an element to the page, or to `parent`, in its box. */
export function add(markup: string, box: Box, parent: ParentNode = document.body): Element {
  const holder = document.createElement("div");
  holder.innerHTML = markup;
  const element = holder.firstElementChild;
  if (element === null) throw new Error("no element");
  putAt(element, box);
  parent.append(element);
  return element;
}

export function addParagraphs(...box: Box): void {
  for (let i = 0; i < 5; i++) add(`<p>${TEXT}</p>`, box);
}

/** What is seen above the page's body, from the top to the bottom, each in its box. */
export function lay(...elements: readonly Element[]): void {
  layers.at = (x, y) => [
    ...elements.filter((element) => {
      const box = boxes.get(element) ?? new DOMRect();
      return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
    }),
    document.body,
  ];
}

export function clearPage(): void {
  document.body.replaceChildren();
  layers.at = () => [];
}
