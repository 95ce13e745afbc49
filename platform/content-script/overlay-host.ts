import type { FrameRequest, SidebarShape } from "../../core/protocol/overlay-messages.ts";
import { nativeBrowser, shadowRootOf } from "./native-browser.ts";
import { findPlace, isSmallWindow, type SidebarPlace } from "./sidebar-place.ts";

/** Height of a panel's frame until the sidebar reports its own: taller than any window. CSS pixels. */
const FIRST_HEIGHT = 20_000;
/** Distance of the tab from the window's upper edge where nothing is in its way, as a share of the window's height. */
const TAB_TOP = 0.3;
const FRAME_TITLE = "Second Source";
/** At most this many elements beside the page's body are searched for one of ours. */
const MAX_SIBLINGS = 100;

const UNSEEN = { opacity: "0", "pointer-events": "none" };
/** Style of both the element on the page and the frame in it; the page's style cannot change it. */
const BARE = {
  all: "initial",
  display: "block",
  position: "fixed",
  inset: "auto 0 auto auto",
  width: "0",
  height: "0",
  overflow: "hidden",
  ...UNSEEN,
  "color-scheme": "light dark",
};
const SEEN = { opacity: "1" };
const TOUCHABLE = { "pointer-events": "auto" };

type SidebarSize = Extract<FrameRequest, { action: "size" }>;

/** How the sidebar comes onto the page. */
export interface OverlayStart {
  /** In full, or as its tab. */
  readonly mode: "open" | "tab";
  /** As the user last set it, CSS pixels. */
  readonly width: number;
  /** Whether the user asked for it, so that the keyboard focus belongs there and it may cover text. */
  readonly isAsked: boolean;
}

/** The sidebar's frame on the page. */
export interface OverlayHost {
  /** The form in which it is shown again after it had to leave the page: in full, or as its tab. */
  readonly mode: "open" | "tab";
  /** Gives the frame the size its content wants, as far as there is room. */
  resize(size: SidebarSize): void;
  /**
   * Fits it to the present state of the page.
   *
   * @returns `false` if there is now room for another shape, for which it has to be mounted again
   */
  fit(): boolean;
  focus(): void;
  /** Takes it off the page, and gives the focus back to where it was. */
  remove(): void;
}

/**
 * Puts the sidebar on the page: one element without a name, whose closed shadow root holds only a
 * frame of the extension's own page. The page can neither read nor style what the frame shows.
 *
 * The frame lives in the top layer, so nothing of the page covers it, not even what the page's style
 * puts into the element (`::before`), and takes no place in the page's layout. A panel is seen as soon as it is
 * drawn, in a frame with its width and the height it may have that is transparent beside it. Clicks go to the page until
 * the sidebar reports its height; nothing is seen of other shapes before.
 */
export function mountOverlay({ mode, width, isAsked }: OverlayStart): OverlayHost {
  const wanted = mode === "open" ? "panel" : "tab";
  let place = findPlace(wanted, width, isAsked, null);
  const shape: SidebarShape = place.shape ?? "tab";
  const wasSmall = isSmallWindow();
  const host = document.createElement("div");
  const frame = document.createElement("iframe");
  const focusedBefore = document.activeElement;

  const style = (properties: Readonly<Record<string, string>>) => {
    setStyle(host, properties);
    setStyle(frame, properties);
  };
  style(BARE);
  frame.title = FRAME_TITLE;
  // Lets the frame load on pages that isolate themselves (Chromium: COEP without CORP).
  if ("credentialless" in frame) frame.credentialless = true;
  const start = new URLSearchParams({
    shape,
    opens: wasSmall ? "sheet" : "panel",
    width: String(shape === "panel" ? place.width : width),
    focus: String(isAsked),
  });
  host.attachShadow({ mode: "closed" }).append(frame);
  frame.popover = "manual";
  document.documentElement.append(host);
  frame.showPopover();
  // Not by `src`: Chromium tells a page the `src` of a frame that kept it out of the back/forward
  // cache (`notRestoredReasons`), and that would name the extension.
  frame.contentWindow?.location.replace(`${nativeBrowser.runtime.getURL("sidebar.html")}#${start}`);

  if (shape === "panel")
    style({ ...boxOf({ shape, width, height: FIRST_HEIGHT }, place, false), ...SEEN });

  if (isAsked) frame.focus();

  let size: SidebarSize | null = null;
  /** The user has unfolded or folded it since, which takes precedence. */
  let isChanged = false;
  const show = () => {
    if (size === null) return;
    if (place.shape === null) style(UNSEEN);
    else style({ ...boxOf(size, place, shape === "tab"), ...SEEN, ...TOUCHABLE });
  };
  return {
    get mode() {
      return size === null ? mode : size.shape === "tab" ? "tab" : "open";
    },
    resize(next) {
      if (size !== null && next.shape !== size.shape) {
        isChanged = true;
        place = findPlace(next.shape === "tab" ? "tab" : "panel", next.width, true, host);
      } else if (size !== null && next.width !== size.width) {
        isChanged = true;
        place = { ...place, width: next.width };
      }
      size = next;
      show();
    },
    fit() {
      if (isAsked || isChanged) {
        const now = size?.shape ?? shape;
        place = findPlace(now === "tab" ? "tab" : "panel", size?.width ?? width, true, host);
      } else {
        const next = findPlace(wanted, width, false, host);
        if (isSmallWindow() !== wasSmall || (next.shape ?? shape) !== shape) return false;
        place = next;
      }
      show();
      return true;
    },
    focus: () => frame.focus(),
    remove() {
      const hadFocus = document.activeElement === host;
      host.remove();
      if (hadFocus && focusedBefore instanceof HTMLElement)
        focusedBefore.focus({ preventScroll: true });
    },
  };
}

/**
 * Where the sidebar lies, and how large it is.
 *
 * @param isFromTab whether it was unfolded from its tab, so that it is placed where the tab was
 */
function boxOf(
  { shape, width, height }: Pick<SidebarSize, "shape" | "width" | "height">,
  place: SidebarPlace,
  isFromTab: boolean,
) {
  if (shape === "sheet") return { inset: "0 0 auto auto", width: "100%", height: "100%" };
  const shown = Math.min(height, place.height);
  const lowest = place.top + place.height - shown;
  const isLow = shape === "tab" && isSmallWindow();
  const wantedTop = isLow ? innerHeight : shape === "tab" || isFromTab ? TAB_TOP * innerHeight : 0;
  const top = Math.round(Math.max(place.top, Math.min(wantedTop, lowest)));
  return {
    inset: `${top}px 0 auto auto`,
    width: `min(${Math.min(width, place.width)}px, 100%)`,
    height: `${shown}px`,
  };
}

/**
 * Removes the element of an earlier script that an update of the extension, or Firefox's unloading, has cut off. It
 * is among the last children of the root. A page may have a million others.
 */
export function removeAbandonedOverlays(): void {
  let element = document.documentElement.lastElementChild;
  for (let i = 0; i < MAX_SIBLINGS && element !== null; i++) {
    const before = element.previousElementSibling;
    // Most pages have no `<div>` there. The name is asked for first, since a browser sets up what else is used.
    const frame = element.localName === "div" && shadowRootOf(element)?.firstElementChild;
    if (frame instanceof HTMLIFrameElement && frame.title === FRAME_TITLE) element.remove();
    element = before;
  }
}

/** Inline and important: a page's style sheet cannot win against it. */
function setStyle(element: HTMLElement, style: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(style))
    element.style.setProperty(property, value, "important");
}
