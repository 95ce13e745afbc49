import type { ArticleColumn } from "./article-column.ts";
import { textNodes } from "./bounded-elements.ts";
import { boxOfElement, contains } from "./dom-methods.ts";
import { shadowRootOf } from "./native-browser.ts";
import { layerOf } from "./page-layers.ts";

/** Number of points at which the page is examined: from the top to the bottom, in turn in each of so many columns. */
const POINTS = 30;
const COLUMNS = 3;
/**
 * What is higher than this share of the window is its background where it lies below what may be covered, at one of the
 * points down the middle of the article that are so far from each other, CSS pixels.
 */
const BACKGROUND_HEIGHT = 0.9;
const BACKGROUND_STEP = 60;
/** At most this many elements are examined at one point. */
const MAX_LAYERS = 40;
/** On a page on which hit tests take longer, the points after that are not examined, ms. */
const MAX_TIME_MS = 300;
/** In an element at most this many nodes are looked at for text of its own. */
const MAX_NODES = 20;
/**
 * The boxes between `left` and `right` in the window that may not be covered: dialogs, players, what is laid over the
 * page, and text that begins in the article's column; not what fills the window behind the page's content. Hit tests find
 * what is seen there, whatever element it is in, a closed shadow root included.
 *
 * @param column of the article; what holds that is the page's background
 * @param own the sidebar's element, once it is on the page
 * @param mayCoverText whether text is no obstacle
 */
export function findObstacles(
  left: number,
  right: number,
  column: ArticleColumn | null,
  own: Element | null,
  mayCoverText: boolean,
): DOMRect[] {
  const article = column?.element ?? document.body;
  const edge = mayCoverText ? Number.NEGATIVE_INFINITY : (column?.right ?? left);
  const examined = new Set<Element>();
  const layers: Element[] = [];
  const texts: Element[] = [];
  const examine = (elements: readonly Element[], x: number, y: number) => {
    for (const element of elements) {
      if (element === own) continue;
      // What lies below the article's own layer is its background.
      if (contains(element, article)) return;
      const root = shadowRootOf(element);
      // Chromium lists elements around the root too.
      const inner = root?.elementsFromPoint(x, y).filter((one) => contains(root, one));
      if (inner) examine(inner.slice(0, MAX_LAYERS), x, y);
      if (examined.has(element)) continue;
      examined.add(element);
      if (layerOf(element, article)) layers.push(element);
      else if (isTextAcross(element, left, edge)) texts.push(element);
    }
  };
  const end = performance.now() + MAX_TIME_MS;
  for (let i = 0; i < POINTS && performance.now() < end; i++) {
    const x = left + (((i % COLUMNS) + 0.5) * (right - left)) / COLUMNS;
    const y = ((i + 0.5) * innerHeight) / POINTS;
    // Text that reaches beside the article's column ends somewhere beyond that.
    for (const at of [x, left + 1]) examine(elementsAt(at, y), at, y);
  }
  const behind: Element[] = [];
  const { left: start, width } = boxOfElement(article);
  for (let y = 0; y < innerHeight && performance.now() < end; y += BACKGROUND_STEP) {
    const seen = elementsAt(start + width / 2, y);
    const content = seen.findIndex((one) => layerOf(one, article) === null);
    for (const one of content < 0 ? [] : seen.slice(content))
      if (layers.includes(one) && boxOfElement(one).height > BACKGROUND_HEIGHT * innerHeight)
        behind.push(one);
  }
  return [...layers.filter((one) => !behind.some((outer) => contains(outer, one))), ...texts].map(
    boxOfElement,
  );
}

/** What lies at a point, from the top to the bottom. */
function elementsAt(x: number, y: number): Element[] {
  return Document.prototype.elementsFromPoint.call(document, x, y).slice(0, MAX_LAYERS);
}

/** Whether an element has text of its own that begins before `edge` and ends after `left`. */
function isTextAcross(element: Element, left: number, edge: number): boolean {
  for (const node of textNodes(document, element, MAX_NODES)) {
    if (node.parentNode !== element || !/\S/.test(node.data)) continue;
    const range = new Range();
    // A cell beside the column belongs to a row that begins in it.
    range.selectNodeContents(
      /^t[dh]$/.test(element.localName) ? (element.parentNode ?? element) : element,
    );
    const box = range.getBoundingClientRect();
    return box.left < edge && box.right > left;
  }
  return false;
}
