/**
 * What goes between the content script and the extension's pages. Apart from the schemas of
 * `messages.ts`, which would weigh on every page: both ends are the extension's own.
 */

/** What the popup tells the content script of a tab, and the background tells all of a site. */
export type OverlayCommand =
  /** Show the sidebar, whatever the settings say: the reader asked for it. */
  | { readonly type: "overlay.show" }
  /** Ask the background again: a setting that matters here has changed. */
  | { readonly type: "overlay.refresh" };

/** The sidebar in full, or collapsed to its tab. */
export type SidebarShape = "panel" | "tab";

/** What the sidebar in its frame tells the content script around it, on a port. */
export type FrameRequest =
  /** CSS pixels; the page around may leave less room. */
  | {
      readonly type: "frame.size";
      readonly shape: SidebarShape;
      readonly width: number;
      readonly height: number;
    }
  | { readonly type: "frame.close" };

/** Name of the port from the sidebar to the content script. */
export const FRAME_PORT = "frame";
