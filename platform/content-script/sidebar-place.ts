import type { SidebarShape } from "../../core/protocol/overlay-messages.ts";
import { MIN_SIDEBAR_WIDTH } from "../../core/settings/sidebar-width.ts";
import { measureArticleColumn } from "./article-column.ts";
import { findObstacles } from "./page-obstacles.ts";

/** Below this width or height of the window an open sidebar is a sheet over it. CSS pixels, here and below. */
const SMALL_WIDTH = 560;
const SMALL_HEIGHT = 480;
/** Least distance from the window's edges, from the page's text, and from what may not be covered. */
const MARGIN = 8;
/** Size of the tab: it is upright at the side of a window, narrower beside text, and flat at the foot of a small one. */
const TAB_WIDTH = { least: 24, large: 44, small: 200 } as const;
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
  const withWidth = (wide: number, mayCoverText: boolean) => ({
    width: wide,
    ...freeHeight(findObstacles(clientWidth - wide, clientWidth, column, own, mayCoverText)),
  });
  const room = column === null ? clientWidth : clientWidth - column.right;
  const isSmall = isSmallWindow();
  if (shape === "panel" && isSmall && isAsked)
    return { shape: "sheet", width: innerWidth, top: 0, height: innerHeight };
  if (shape === "panel" && !isSmall) {
    const free = isAsked ? clientWidth : room - MARGIN;
    const panel = { shape, ...withWidth(Math.floor(Math.min(width, free)), isAsked) };
    const isHigh = panel.height >= LEAST_HEIGHT.panel;
    if (isHigh && panel.width >= Math.min(width, MIN_SIDEBAR_WIDTH)) return panel;
    if (isAsked) return { shape, width, top: MARGIN, height: innerHeight - 2 * MARGIN };
  }
  const wide = isSmall
    ? TAB_WIDTH.small
    : Math.max(TAB_WIDTH.least, Math.min(room, TAB_WIDTH.large));
  let tab = withWidth(Math.floor(wide), isSmall);
  // Where there is text everywhere, it is better at the end of some lines than nowhere.
  if (tab.height < LEAST_HEIGHT.tab) tab = withWidth(tab.width, true);
  return { shape: tab.height >= LEAST_HEIGHT.tab ? "tab" : null, ...tab };
}

/** The highest part of the window in which nothing of that lies. */
function freeHeight(obstacles: readonly DOMRect[]): { top: number; height: number } {
  let best = { top: MARGIN, height: 0 };
  let top = 0;
  for (const box of [
    ...obstacles.toSorted((a, b) => a.top - b.top),
    { top: innerHeight, bottom: innerHeight },
  ]) {
    const height = Math.floor(box.top - top - 2 * MARGIN);
    if (height > best.height) best = { top: Math.ceil(top + MARGIN), height };
    top = Math.max(top, box.bottom);
  }
  return best;
}
