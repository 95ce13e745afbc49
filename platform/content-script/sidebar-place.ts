import type { SidebarShape } from "../../core/protocol/overlay-messages.ts";
import { MIN_SIDEBAR_WIDTH } from "../../core/settings/sidebar-width.ts";
import { measureArticleColumn } from "./article-column.ts";
import { findObstacles } from "./page-obstacles.ts";

/** Below this width or height of the window an open sidebar is a sheet over it. CSS pixels, here and below. */
const SMALL_WIDTH = 560;
const SMALL_HEIGHT = 480;
/** Least distance from the window's edges, from the page's text, and from what may not be covered. */
const MARGIN = 8;
/** Size of the tab: it is upright at the side of a window, and flat at the foot of a small one. */
const TAB_WIDTH = { large: 44, small: 200 } as const;
/** With less free height than this, the sidebar does not appear by itself in this shape. */
const LEAST_HEIGHT = { panel: 240, tab: 44 } as const;

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
  const { clientWidth } = document.documentElement;
  /** At the right edge of the window. */
  const withWidth = (wide: number) => ({
    width: wide,
    ...freeHeight(clientWidth - wide, clientWidth, column?.element ?? document.body, own),
  });
  const isSmall = isSmallWindow();
  if (shape === "panel" && isSmall && isAsked)
    return { shape: "sheet", width: innerWidth, top: 0, height: innerHeight };
  if (shape === "panel" && !isSmall) {
    const free = column === null || isAsked ? clientWidth : clientWidth - column.right - MARGIN;
    const panel = { shape, ...withWidth(Math.floor(Math.min(width, free))) };
    const isHigh = panel.height >= LEAST_HEIGHT.panel;
    if (isHigh && panel.width >= Math.min(width, MIN_SIDEBAR_WIDTH)) return panel;
    if (isAsked) return { shape, width, top: MARGIN, height: innerHeight - 2 * MARGIN };
  }
  const tab = withWidth(isSmall ? TAB_WIDTH.small : TAB_WIDTH.large);
  return { shape: tab.height >= LEAST_HEIGHT.tab ? "tab" : null, ...tab };
}

/** The highest part of the window between `left` and `right` in which nothing lies that may not be covered. */
function freeHeight(
  left: number,
  right: number,
  article: Element,
  own: Element | null,
): { top: number; height: number } {
  const boxes = findObstacles(left, right, article, own).sort((a, b) => a.top - b.top);
  let best = { top: MARGIN, height: 0 };
  let top = 0;
  for (const box of [...boxes, { top: innerHeight, bottom: innerHeight }]) {
    const height = Math.floor(box.top - top - 2 * MARGIN);
    if (height > best.height) best = { top: Math.ceil(top + MARGIN), height };
    top = Math.max(top, box.bottom);
  }
  return best;
}
