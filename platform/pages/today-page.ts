import browser from "webextension-polyfill";

/** Opens the page "Today" in a tab of its own. */
export async function openToday(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL("/today.html") });
}
