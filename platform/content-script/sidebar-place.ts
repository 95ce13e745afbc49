import type { SidebarShape } from "../../core/protocol/overlay-messages.ts";
import { MIN_SIDEBAR_WIDTH } from "../../core/settings/sidebar-width.ts";
import { measureArticleColumn } from "./article-column.ts";

/** Below this width or height of the window an open sidebar is a sheet over it. CSS pixels, here and below. */
const SMALL_WIDTH = 560;
const SMALL_HEIGHT = 480;
/** Least distance from the window's edges, from the page's text, and from what may not be covered. */
const MARGIN = 8;
/** Size of the tab: it is upright at the side of a window, and flat at the foot of a small one. */
const TAB_WIDTH = { large: 44, small: 200 } as const;
/** With less free height than this, the sidebar does not appear by itself in this shape. */
const LEAST_HEIGHT = { panel: 240, tab: 44 } as const;
/** Number of points, across and down the place of the sidebar, at which the page is examined. */
const ACROSS = 3;
const DOWN = 10;
/** At most this many elements are examined at one point. */
const MAX_LAYERS = 40;
/** Elements that may not be covered, besides those that stay in place while the page scrolls. */
const NOT_TO_BE_COVERED =
  "dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true], video, audio";

/** Where on the page the sidebar lies. */
export interface SidebarPlace {
  /** `null` where there is no room for it. */
  readonly shape: SidebarShape | null;
  /** The most width it has. */
  readonly width: number;
  /** Its upper edge and the most height it has, in the window. */
  readonly top: number;
  readonly height: number;
}

/** Whether an open sidebar would be a sheet in the window as it is. */
export function isSmallWindow(): boolean {
  return innerWidth < SMALL_WIDTH || innerHeight < SMALL_HEIGHT;
}

/**
 * Where the sidebar has room at the right edge of the window: as a panel that covers none of the article's text, else
 * as its tab; neither lies over a dialog, a player, or what stays in its place while the page scrolls, such as a
 * consent banner or the site's head.
 *
 * @param shape as it is to be
 * @param isAsked whether the user asked for it, and then may cover text
 * @param own the sidebar's element, once it is on the page
 */
export function findPlace(
  shape: "panel" | "tab",
  width: number,
  isAsked: boolean,
  own: Element | null,
): SidebarPlace {
  const column = measureArticleColumn(document);
  const article = column?.sample ?? document.body;
  const windowWidth = document.documentElement.clientWidth;
  if (isSmallWindow()) {
    if (isAsked && shape === "panel")
      return { shape: "sheet", width: innerWidth, top: 0, height: innerHeight };
    return tabPlace(TAB_WIDTH.small, article, own);
  }
  if (shape === "tab") return tabPlace(TAB_WIDTH.large, article, own);
  const free = column === null || isAsked ? windowWidth : windowWidth - column.right - MARGIN;
  const room = Math.floor(Math.min(width, free));
  const heights = freeHeight(windowWidth - room, windowWidth, article, own);
  if (isAsked && heights.height < LEAST_HEIGHT.panel)
    return { shape, width, top: MARGIN, height: innerHeight - 2 * MARGIN };
  return room >= Math.min(width, MIN_SIDEBAR_WIDTH) && heights.height >= LEAST_HEIGHT.panel
    ? { shape, width: room, ...heights }
    : tabPlace(TAB_WIDTH.large, article, own);
}

function tabPlace(width: number, article: Element, own: Element | null): SidebarPlace {
  const { clientWidth } = document.documentElement;
  const heights = freeHeight(clientWidth - width, clientWidth, article, own);
  const shape = heights.height >= LEAST_HEIGHT.tab ? "tab" : null;
  return { shape, width, ...heights };
}

/** The highest part of the window between `left` and `right` that nothing lies in which may not be covered. */
function freeHeight(
  left: number,
  right: number,
  article: Element,
  own: Element | null,
): { top: number; height: number } {
  const boxes = [...obstacles(left, right, article, own)]
    .map(boxOfElement)
    .sort((a, b) => a.top - b.top);
  let best = { top: MARGIN, height: 0 };
  let top = 0;
  for (const box of [...boxes, { top: innerHeight, bottom: innerHeight }]) {
    const height = Math.floor(box.top - top - 2 * MARGIN);
    if (height > best.height) best = { top: Math.ceil(top + MARGIN), height };
    top = Math.max(top, box.bottom);
  }
  return best;
}

/** The elements above the article's layer, between `left` and `right`, that may not be covered. */
function obstacles(
  left: number,
  right: number,
  article: Element,
  own: Element | null,
): Set<Element> {
  const found = new Set<Element>();
  const harmless = new Set<Element>();
  const isObstacle = (element: Element): boolean => {
    if (found.has(element)) return true;
    if (harmless.has(element)) return false;
    const is = mayNotBeCovered(element);
    (is ? found : harmless).add(element);
    return is;
  };
  for (let row = 0; row < DOWN; row++)
    for (let column = 0; column < ACROSS; column++) {
      const x = left + ((column + 0.5) * (right - left)) / ACROSS;
      const y = ((row + 0.5) * innerHeight) / DOWN;
      const layers = Document.prototype.elementsFromPoint.call(document, x, y);
      for (const element of layers.slice(0, MAX_LAYERS)) {
        if (element === own) continue;
        // What lies below the article's own layer is its background.
        if (Node.prototype.contains.call(element, article) || isObstacle(element)) break;
      }
    }
  return found;
}

// Methods are called on the DOM's prototypes: in a form, a field with their name would replace them.
function boxOfElement(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

function mayNotBeCovered(element: Element): boolean {
  if (Element.prototype.matches.call(element, NOT_TO_BE_COVERED)) return true;
  const { position } = getComputedStyle(element);
  // A narrow sticky element is part of a column beside the article.
  return (
    position === "fixed" || (position === "sticky" && boxOfElement(element).width > innerWidth / 2)
  );
}
