import browser from "webextension-polyfill";

/**
 * Whether a tab is in a private window.
 *
 * @param tab by default the one in front
 * @returns `true` if the tab is gone by now: in doubt, nothing is stored permanently
 */
export async function isPrivateTab(tab: number | undefined): Promise<boolean> {
  try {
    if (tab !== undefined) return (await browser.tabs.get(tab)).incognito;
    const [current] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    return current?.incognito ?? false;
  } catch {
    return true;
  }
}
