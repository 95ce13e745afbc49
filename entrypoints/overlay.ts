import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import {
  FRAME_PORT,
  type FrameRequest,
  type OverlayCommand,
} from "../core/protocol/overlay-messages.ts";
import { readAddressClaims } from "../platform/address-claims.ts";
import { isExtensionAlive, nativeBrowser } from "../platform/overlay/native-browser.ts";
import { mountOverlay, type OverlayHost } from "../platform/overlay/overlay-host.ts";
import { watchPages } from "../platform/overlay/page-watch.ts";
import { requestOver } from "../platform/request.ts";

declare global {
  /** Set in the content script's own world, which the page cannot see. */
  var secondSourceOverlay: { isAlive(): boolean } | undefined;
}

/** The content script: asks the background about this page and, on a match, shows the sidebar. */
export default defineUnlistedScript(() => {
  if (globalThis.secondSourceOverlay?.isAlive()) return;
  if (window !== window.top || document.contentType !== "text/html") return;
  globalThis.secondSourceOverlay = { isAlive: isExtensionAlive };
  const { runtime } = nativeBrowser;
  let overlay: OverlayHost | null = null;
  let width = 0;
  let asked = 0;

  const unmount = () => {
    overlay?.remove();
    overlay = null;
  };
  const tearDown = () => {
    unmount();
    stopWatching();
  };
  const ask = async () => {
    if (!isExtensionAlive()) return tearDown();
    const turn = ++asked;
    unmount();
    const claims = readAddressClaims(document);
    const answer = await requestOver((message) => runtime.sendMessage(message), {
      type: "page.seen",
      claims,
    });
    // A newer page has been asked about meanwhile, or there is nothing to show.
    if (turn !== asked || !answer.ok) return;
    width = answer.value.width;
    if (answer.value.sidebar !== "none") overlay = mountOverlay(answer.value.sidebar, width, false);
  };
  const stopWatching = watchPages(() => void ask());

  runtime.onMessage.addListener((message: unknown) => {
    const command = message as OverlayCommand;
    if (command.type === "overlay.refresh") void ask();
    if (command.type === "overlay.show") {
      unmount();
      overlay = mountOverlay("open", width, true);
      overlay.focus();
    }
    return undefined;
  });
  runtime.onConnect.addListener((port) => {
    if (port.name !== FRAME_PORT) return;
    const shown = overlay;
    port.onMessage.addListener((message: unknown) => {
      const request = message as FrameRequest;
      if (request.type === "frame.close") return unmount();
      shown?.apply(request);
    });
    // The frame's port closes with the frame: when the extension goes away, so does the overlay.
    port.onDisconnect.addListener(() => {
      if (!isExtensionAlive()) tearDown();
    });
  });
});
