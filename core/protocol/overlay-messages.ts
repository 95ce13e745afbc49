/**
 * The messages between the content script and the extension's pages. They have no schemas, since both ends belong to the
 * extension, and are not in `requests.ts`, whose schemas would be loaded into every page.
 */

/** Commands to the content script: from the popup to one tab, or from the background. */
export type OverlayCommand =
  /** Show the sidebar whatever the settings say, because the user asked for it. */
  | { readonly type: "overlay.show" }
  /** Show the sidebar in full, or close it where it is shown so; answered with the form it then has. */
  | { readonly type: "overlay.toggle" }
  /** Give the keyboard focus to the sidebar. */
  | { readonly type: "overlay.focus" }
  /** Ask the background again, since a setting or the data has changed. */
  | { readonly type: "overlay.refresh" }
  /** A request of the sidebar in its frame to the overlay around it. */
  | { readonly type: "overlay.frame"; readonly frame: FrameRequest };

/** The sidebar in full beside the page, in full over a small window, or collapsed to its tab. */
export type SidebarShape = "panel" | "sheet" | "tab";

/**
 * A request of the sidebar in its frame to the overlay around it. It is sent through the background: in Firefox a frame cannot
 * reach the tab's content script, and the page could read a window message.
 */
export type FrameRequest =
  /** In CSS pixels; the page may leave less room. */
  | {
      readonly action: "size";
      readonly shape: SidebarShape;
      readonly width: number;
      readonly height: number;
    }
  /** Stay on the page although the background wants no sidebar there, for the message that it is hidden on the site; or no longer. */
  | { readonly action: "stay"; readonly on: boolean }
  | { readonly action: "close" };
