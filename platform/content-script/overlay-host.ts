import type { FrameRequest, SidebarShape } from "../../core/protocol/overlay-messages.ts";
import { nativeBrowser, shadowRootOf } from "./native-browser.ts";

/** Below this width of the window the sidebar is a sheet at the bottom edge. CSS pixels. */
const NARROW = 560;
/** Least distance of the frame from the window's edges. CSS pixels. */
const MARGIN = 8;
/** Of a panel's frame until the sidebar reports its height: taller than any window. CSS pixels. */
const FIRST_HEIGHT = 20_000;
const FRAME_TITLE = "Second Source";
/** Elements beside a page's body among which one of ours is looked for. */
const MAX_SIBLINGS = 100;

/** What both the element on the page and the frame in it are set to, whatever the page's style. */
const BARE = {
  all: "initial",
  display: "block",
  position: "fixed",
  inset: "auto 0 auto auto",
  width: "0",
  height: "0",
  overflow: "hidden",
  opacity: "0",
  "pointer-events": "none",
  "color-scheme": "light dark",
};
const SEEN = { opacity: "1" };
const TOUCHABLE = { "pointer-events": "auto" };

type SidebarSize = Extract<FrameRequest, { action: "size" }>;

/** The sidebar's frame on the page. */
export interface OverlayHost {
  /** The form in which it is shown again after it had to leave the page: in full, or as its tab. */
  readonly mode: "open" | "tab";
  /** Gives the frame the size its content wants, as far as the window has room. */
  resize(size: SidebarSize): void;
  /** Takes it off the page, and gives the focus back to where it was. */
  remove(): void;
}

/**
 * Puts the sidebar on the page: one element without a name, whose closed shadow root holds only a
 * frame of the extension's own page. The page can neither read nor style what the frame shows.
 *
 * The frame lives in the top layer, so nothing of the page covers it, not even what the page's style
 * puts into the element (`::before`), and takes no place in the page's layout. A panel is seen as soon as it is
 * drawn, in a frame with its width and the window's height that is transparent beside it. Clicks go to the page until
 * the sidebar reports its height; nothing is seen of other shapes before. On a narrow window it comes as a tab unless
 * the user asked for it.
 *
 * @param width CSS pixels
 * @param takesFocus whether the user asked for it, so that the keyboard focus belongs there
 */
export function mountOverlay(
  mode: "open" | "tab",
  width: number,
  takesFocus: boolean,
): OverlayHost {
  const isTab = mode === "tab" || (innerWidth < NARROW && !takesFocus);
  const shape: SidebarShape = isTab ? "tab" : "panel";
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
  const start = new URLSearchParams({ shape, width: String(width), focus: String(takesFocus) });
  host.attachShadow({ mode: "closed" }).append(frame);
  frame.popover = "manual";
  document.documentElement.append(host);
  frame.showPopover();
  // Not by `src`: Chromium tells a page the `src` of a frame that kept it out of the back/forward
  // cache (`notRestoredReasons`), and that would name the extension.
  frame.contentWindow?.location.replace(`${nativeBrowser.runtime.getURL("sidebar.html")}#${start}`);

  if (shape === "panel") style(boxOf({ shape, width, height: FIRST_HEIGHT }));
  // A sheet hangs from the frame's upper edge, which is not where it will be.
  if (shape === "panel" && innerWidth >= NARROW) style(SEEN);

  if (takesFocus) frame.focus();

  let current = mode;
  return {
    get mode() {
      return current;
    },
    resize(size) {
      current = size.shape === "tab" ? "tab" : "open";
      style({ ...boxOf(size), ...SEEN, ...TOUCHABLE });
    },
    remove() {
      const hadFocus = document.activeElement === host;
      host.remove();
      if (hadFocus && focusedBefore instanceof HTMLElement)
        focusedBefore.focus({ preventScroll: true });
    },
  };
}

/** Where the sidebar lies, and how large it is, as far as the window has room. */
function boxOf({ shape, width, height }: Pick<SidebarSize, "shape" | "width" | "height">) {
  if (shape === "panel" && innerWidth < NARROW)
    return { inset: "auto 0 0 0", width: "100%", height: `min(${height}px, 70vh)` };
  return {
    inset: `${shape === "tab" ? "30vh" : `${MARGIN}px`} 0 auto auto`,
    width: `min(${width}px, 100%)`,
    height: `min(${height}px, 100vh - ${2 * MARGIN}px)`,
  };
}

/**
 * Takes away what a script left behind that an update, or Firefox's unloading, cut off from it: it
 * is among the last children of the root. A page may have a million others.
 */
export function removeAbandonedOverlays(): void {
  let element = document.documentElement.lastElementChild;
  for (let i = 0; i < MAX_SIBLINGS && element !== null; i++) {
    const before = element.previousElementSibling;
    // Most pages have no `<div>` there. The name is asked for first, since a browser sets up what else is used.
    const frame =
      element.localName === "div" &&
      element instanceof HTMLElement &&
      shadowRootOf(element)?.firstElementChild;
    if (frame instanceof HTMLIFrameElement && frame.title === FRAME_TITLE) element.remove();
    element = before;
  }
}

/** Inline and important: a page's style sheet cannot win against it. */
function setStyle(element: HTMLElement, style: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(style))
    element.style.setProperty(property, value, "important");
}
