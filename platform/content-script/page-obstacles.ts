import { ancestorsOf, boxOfElement, contains } from "./dom-methods.ts";
import { shadowRootOf } from "./native-browser.ts";

/** Number of points at which the page is examined: from the top to the bottom, in turn in each of so many columns. */
const POINTS = 30;
const COLUMNS = 3;
/** At most this many elements are examined at one point. */
const MAX_LAYERS = 40;
/** On a page on which hit tests take longer, the points after that are not examined, ms. */
const MAX_TIME_MS = 300;
/** Dialogs and players: they may not be covered, wherever they are. */
const NOT_TO_BE_COVERED =
  "dialog, [role$=dialog], [aria-modal=true], video, audio, [allowfullscreen], [allow*=fullscreen]";

/**
 * The boxes between `left` and `right` in the window that may not be covered: dialogs, players, and what is laid over the
 * page. Hit tests find what is seen there, whatever element it is in, a closed shadow root included.
 *
 * @param article what holds it is the page's background
 * @param own the sidebar's element, once it is on the page
 */
export function findObstacles(
  left: number,
  right: number,
  article: Element,
  own: Element | null,
): DOMRect[] {
  const found = new Set<Element>();
  const layers = new Map<Element, Layer>();
  const examine = (elements: readonly Element[], x: number, y: number) => {
    for (const element of elements.slice(0, MAX_LAYERS)) {
      if (element === own) continue;
      // What lies below the article's own layer is its background.
      if (contains(element, article)) return;
      const root = shadowRootOf(element);
      // Chromium lists elements around the root too.
      const inner = root?.elementsFromPoint(x, y).filter((one) => contains(root, one));
      if (inner) examine(inner, x, y);
      const layer = layers.get(element) ?? layerOf(element, article);
      layers.set(element, layer);
      if (layer === "kept" || (layer !== "page" && isLaidOver(layer, x, y))) found.add(element);
    }
  };
  const end = performance.now() + MAX_TIME_MS;
  for (let i = 0; i < POINTS && performance.now() < end; i++) {
    const x = left + (((i % COLUMNS) + 0.5) * (right - left)) / COLUMNS;
    const y = ((i + 0.5) * innerHeight) / POINTS;
    examine(Document.prototype.elementsFromPoint.call(document, x, y), x, y);
  }
  return [...found].map(boxOfElement);
}

/**
 * How an element lies on the page: "kept" free, as what it is or since it stays there while the page scrolls; by the
 * outermost positioned element around it; or in the usual flow of the "page".
 */
type Layer = "kept" | "page" | Element;

function layerOf(element: Element, article: Element): Layer {
  let layer: Layer = "page";
  for (const one of [element, ...ancestorsOf(element)]) {
    if (contains(one, article)) break;
    const { position } = getComputedStyle(one);
    if (
      Element.prototype.matches.call(one, NOT_TO_BE_COVERED) ||
      position === "fixed" ||
      // A narrow sticky element is part of a column beside the article.
      (position === "sticky" && boxOfElement(one).width > innerWidth / 2)
    )
      return "kept";
    if (position !== "static") layer = one;
  }
  return layer;
}

/**
 * Whether what is seen at a point is laid over the page, and not beside its article: it has left the box of the positioned
 * element around it, or that is placed freely, unless it looks like a whole column.
 */
function isLaidOver(positioned: Element, x: number, y: number): boolean {
  const { position, zIndex } = getComputedStyle(positioned);
  const { left, top, right, bottom, height } = boxOfElement(positioned);
  return position === "absolute"
    ? zIndex !== "auto" || height < innerHeight
    : x < left || x > right || y < top || y > bottom;
}
