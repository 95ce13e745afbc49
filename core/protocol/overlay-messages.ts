/**
 * What goes between the content script and the extension's pages. Apart from the schemas of
 * `messages.ts`, which would weigh on every page: both ends are the extension's own.
 */

/** What the popup tells the content script of a tab, and the background tells all of a site. */
export type OverlayCommand =
  /** Show the sidebar, whatever the settings say: the user asked for it. */
  | { readonly type: "overlay.show" }
  /** Ask the background again: a setting or what is known has changed. */
  | { readonly type: "overlay.refresh" }
  /** What the sidebar in its frame asks of the overlay around it. */
  | { readonly type: "overlay.frame"; readonly frame: FrameRequest };

/** The sidebar in full, or collapsed to its tab. */
export type SidebarShape = "panel" | "tab";

/**
 * What the sidebar in its frame asks of the overlay around it. It goes by the background: Firefox
 * gives a frame no way to a tab's content script, and a window message would be heard by the page.
 */
export type FrameRequest =
  /** CSS pixels; the page around may leave less room. */
  | {
      readonly action: "size";
      readonly shape: SidebarShape;
      readonly width: number;
      readonly height: number;
    }
  | { readonly action: "close" };
