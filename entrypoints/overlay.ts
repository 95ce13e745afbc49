import type { Runtime } from "webextension-polyfill";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import type { PageReading } from "../core/page/page-reading.ts";
import type { OverlayCommand } from "../core/protocol/overlay-messages.ts";
import { isExtensionAlive, nativeBrowser } from "../platform/content-script/native-browser.ts";
import { Overlay } from "../platform/content-script/overlay.ts";
import { removeAbandonedOverlays } from "../platform/content-script/overlay-host.ts";
import { watchPages } from "../platform/content-script/page-watch.ts";

declare global {
  /** Set in the content script's own world, which the page cannot see. */
  var secondSourceOverlay:
    | {
        isAlive(): boolean;
        /** Gives the popup's script the page as this script has followed it. */
        read(): PageReading | null;
      }
    | undefined;
}

/** The content script: asks the background about this page and, on a match, shows the sidebar. */
export default defineUnlistedScript(() => {
  if (window !== window.top || document.contentType !== "text/html") return;
  if (globalThis.secondSourceOverlay?.isAlive()) return;
  const overlay = new Overlay(document);
  globalThis.secondSourceOverlay = { isAlive: isExtensionAlive, read: () => overlay.read() };
  removeAbandonedOverlays();
  const stop = new AbortController();
  const { signal } = stop;
  /**
   * Runs `action`. If the extension was updated and this script is left over from the old version, removes everything
   * from the page instead.
   */
  const whileAlive = (action: () => void) => () => {
    if (isExtensionAlive()) return action();
    overlay.unmount();
    stop.abort();
  };
  watchPages(
    whileAlive(() => void overlay.follow()),
    whileAlive(() => void overlay.onReturn()),
    signal,
  );
  addEventListener(
    "beforeunload",
    whileAlive(() => overlay.stepAside(signal)),
    { signal },
  );
  // On the window: `<form name="addEventListener">` could stand in for the document's.
  addEventListener(
    "visibilitychange",
    whileAlive(() => void overlay.onVisibility()),
    { signal },
  );
  const onMessage = (message: unknown, _sender: unknown, respond: (form: string) => void) => {
    const command = message as OverlayCommand;
    if (command.type === "overlay.toggle") respond(overlay.toggle());
    // What is sent to the tab may be for the sidebar in its frame.
    else if (command.type.startsWith("overlay.")) overlay.run(command);
  };
  // The types do not allow a listener that answers only some of the messages.
  nativeBrowser.runtime.onMessage.addListener(onMessage as Runtime.OnMessageListener);
});
