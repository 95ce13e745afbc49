import browser from "webextension-polyfill";

/** The browser's own side panel, of which each browser has an interface of its own; Firefox for Android has none. */
interface SidePanelInterfaces {
  readonly sidePanel?: { open(of: { readonly tabId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the browser's side panel with the coverage of a tab; where there is none, or the browser refuses, a tab with the
 * same. Must be called in the handler of the user's click, before anything is awaited: browsers open it only then.
 */
export async function openSidePanel(tab: number): Promise<void> {
  const { chrome } = globalThis as { chrome?: SidePanelInterfaces };
  const { sidebarAction } = browser as SidePanelInterfaces;
  try {
    if (chrome?.sidePanel !== undefined) await chrome.sidePanel.open({ tabId: tab });
    else if (sidebarAction !== undefined) await sidebarAction.open();
    else throw new TypeError("no side panel in this browser");
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL(`sidepanel.html?tab=${tab}`) });
  }
}
