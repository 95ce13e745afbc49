import browser, { type Tabs } from "webextension-polyfill";
import { ask } from "../messages/message-client.ts";
import { sendToTab } from "./overlay-registration.ts";

/**
 * Follows the tab in front of the window in which the calling page is. The extension may not see the addresses of
 * tabs, so it asks the tab's content script to report its page. If there is none, what was known of an earlier page
 * of the tab is forgotten.
 *
 * @param fixed a tab to stay with, whichever is in front
 * @param onTab called with the tab in front at first, and after each change of it or of its page
 * @returns ends it
 */
export function followTabInFront(fixed: number | null, onTab: (tab: number) => void): () => void {
  let shown = fixed;
  let window: number | undefined;
  const show = async (tab: number, isOtherPage: boolean) => {
    shown = tab;
    const isReceived = await sendToTab(tab, { type: "overlay.refresh" });
    if (!isReceived && isOtherPage) await ask({ type: "tab.forget", tab });
    if (shown === tab) onTab(tab);
  };
  const onActivated = ({ tabId, windowId }: Tabs.OnActivatedActiveInfoType) => {
    if (fixed === null && windowId === window) void show(tabId, false);
  };
  const onUpdated = (tab: number, { status }: Tabs.OnUpdatedChangeInfoType) => {
    if (tab === shown && status === "complete") void show(tab, true);
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  if (fixed === null)
    void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
      window = tab?.windowId;
      if (tab?.id !== undefined && shown === null) void show(tab.id, false);
    });
  else void show(fixed, false);
  return () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}
