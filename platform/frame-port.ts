import browser from "webextension-polyfill";
import { FRAME_PORT, type FrameRequest } from "../core/protocol/overlay-messages.ts";

/** Connects the sidebar in its frame with the content script of its own tab. */
export async function connectToOverlay(): Promise<(request: FrameRequest) => void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) return () => undefined;
  const port = browser.tabs.connect(tab.id, { name: FRAME_PORT, frameId: 0 });
  return (request) => {
    try {
      port.postMessage(request);
    } catch {
      // The page is being left; there is no frame to size any more.
    }
  };
}
