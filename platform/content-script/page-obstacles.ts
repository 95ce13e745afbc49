import { ancestorsOf, boxOfElement, contains } from "./dom-methods.ts";
import { shadowRootOf } from "./native-browser.ts";

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
/** Dialogs and players: they may not be covered, wherever they are. */
const NOT_TO_BE_COVERED =
  "dialog, [role$=dialog], [aria-modal=true], video, audio, [allowfullscreen], [allow*=fullscreen]";

/**
 * The boxes between `left` and `right` in the window that may not be covered: dialogs, players, and what is laid over the
 * page; not what fills the window behind its content. Hit tests find what is seen there, whatever element it is in, a
 * closed shadow root included.
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
  const obstacles = new Map<Element, boolean>();
  const examine = (elements: readonly Element[], x: number, y: number) => {
    for (const element of elements) {
      if (element === own) continue;
      // What lies below the article's own layer is its background.
      if (contains(element, article)) return;
      const root = shadowRootOf(element);
      // Chromium lists elements around the root too.
      const inner = root?.elementsFromPoint(x, y).filter((one) => contains(root, one));
      if (inner) examine(inner.slice(0, MAX_LAYERS), x, y);
      obstacles.set(element, obstacles.get(element) ?? isObstacle(element, article));
    }
  };
  const end = performance.now() + MAX_TIME_MS;
  for (let i = 0; i < POINTS && performance.now() < end; i++) {
    const x = left + (((i % COLUMNS) + 0.5) * (right - left)) / COLUMNS;
    const y = ((i + 0.5) * innerHeight) / POINTS;
    examine(elementsAt(x, y), x, y);
  }
  const found = [...obstacles.keys()].filter((element) => obstacles.get(element));
  const behind: Element[] = [];
  const { left: start, width } = boxOfElement(article);
  for (let y = 0; y < innerHeight && performance.now() < end; y += BACKGROUND_STEP) {
    const layers = elementsAt(start + width / 2, y);
    const content = layers.findIndex((one) => !isObstacle(one, article));
    for (const one of content < 0 ? [] : layers.slice(content))
      if (obstacles.get(one) && boxOfElement(one).height > BACKGROUND_HEIGHT * innerHeight)
        behind.push(one);
  }
  return found.filter((one) => !behind.some((outer) => contains(outer, one))).map(boxOfElement);
}

/** What lies at a point, from the top to the bottom. */
function elementsAt(x: number, y: number): Element[] {
  return Document.prototype.elementsFromPoint.call(document, x, y).slice(0, MAX_LAYERS);
}

/** Whether an element is part of something that may not be covered, or that is laid over the page. */
function isObstacle(element: Element, article: Element): boolean {
  let positioned: Element | null = null;
  for (const one of [element, ...ancestorsOf(element)]) {
    if (contains(one, article)) break;
    const { position } = getComputedStyle(one);
    if (
      Element.prototype.matches.call(one, NOT_TO_BE_COVERED) ||
      position === "fixed" ||
      // A narrow sticky element is part of a column beside the article.
      (position === "sticky" && boxOfElement(one).width > innerWidth / 2)
    )
      return true;
    if (position === "static") continue;
    if (positioned !== null && isLaidOver(positioned, one)) return true;
    positioned = one;
  }
  return positioned !== null && isLaidOver(positioned, null);
}

/**
 * Whether a positioned element is laid over the page and no column of it.
 *
 * @param outer the positioned element around it, `null` where there is none but the article's
 */
function isLaidOver(positioned: Element, outer: Element | null): boolean {
  const { position, zIndex } = getComputedStyle(positioned);
  const { top, height } = boxOfElement(positioned);
  // A menu hangs out of the head that it is in; a label lies within its picture.
  if (outer !== null) return Number(zIndex) > 0 && top + height / 2 > boxOfElement(outer).bottom;
  // Frameworks put what they lay over the page into an element without a size.
  return position === "absolute" ? zIndex !== "auto" || height < innerHeight : height === 0;
}
