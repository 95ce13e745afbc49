import { ancestorsOf, boxOfElement, contains } from "./dom-methods.ts";
import { shadowRootOf } from "./native-browser.ts";

/** Number of points at which the page is examined: from the top to the bottom, in turn in each of so many columns. */
const POINTS = 30;
const COLUMNS = 3;
/** Number of points, one below the other through the article, at which is examined what lies behind the page. */
const BACKGROUND_POINTS = 12;
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
  const obstacles = new Map<Element, boolean>();
  const examine = (elements: readonly Element[], x: number, y: number) => {
    for (const element of elements.slice(0, MAX_LAYERS)) {
      if (element === own) continue;
      // What lies below the article's own layer is its background.
      if (contains(element, article)) return;
      const root = shadowRootOf(element);
      // Chromium lists elements around the root too.
      const inner = root?.elementsFromPoint(x, y).filter((one) => contains(root, one));
      if (inner) examine(inner, x, y);
      obstacles.set(element, obstacles.get(element) ?? isObstacle(element, article));
    }
  };
  const end = performance.now() + MAX_TIME_MS;
  for (let i = 0; i < POINTS && performance.now() < end; i++) {
    const x = left + (((i % COLUMNS) + 0.5) * (right - left)) / COLUMNS;
    const y = ((i + 0.5) * innerHeight) / POINTS;
    examine(Document.prototype.elementsFromPoint.call(document, x, y), x, y);
  }
  const found = [...obstacles.keys()].filter((element) => obstacles.get(element));
  const backgrounds = findBackgrounds(found.filter(fillsWindow), article);
  return found
    .filter((element) => !backgrounds.some((one) => contains(one, element)))
    .map(boxOfElement);
}

/** Those of some elements that lie below the page's content at a point: pictures and videos behind the page. */
function findBackgrounds(elements: readonly Element[], article: Element): Element[] {
  if (elements.length === 0) return [];
  const { left, right } = boxOfElement(article);
  const below = new Set<Element>();
  for (let i = 0; i < BACKGROUND_POINTS; i++) {
    const y = ((i + 0.5) * innerHeight) / BACKGROUND_POINTS;
    const layers = Document.prototype.elementsFromPoint
      .call(document, (left + right) / 2, y)
      .slice(0, MAX_LAYERS);
    const content = layers.findIndex((element) => !isObstacle(element, article));
    if (content >= 0) for (const element of layers.slice(content)) below.add(element);
  }
  return elements.filter((element) => below.has(element));
}

function fillsWindow(element: Element): boolean {
  const { width, height } = boxOfElement(element);
  const { clientWidth } = document.documentElement;
  return width >= clientWidth && height >= innerHeight * 0.9;
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
    if (position !== "static") positioned = one;
  }
  return positioned !== null && isLaidOver(positioned);
}

/** Whether a positioned element, with none around it but the article's, is laid over the page and no column of it. */
function isLaidOver(positioned: Element): boolean {
  const { position, zIndex } = getComputedStyle(positioned);
  const { height } = boxOfElement(positioned);
  // Frameworks put what they lay over the page into an element without a size.
  return position === "absolute" ? zIndex !== "auto" || height < innerHeight : height === 0;
}
