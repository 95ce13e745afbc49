import browser from "webextension-polyfill";
import { openBeside } from "./open-beside.ts";

/**
 * Opens the profile of an outlet in a tab of its own.
 *
 * @param tab the tab that it is opened next to, if there is one
 * @param domain of the outlet
 */
export async function openOutlet(tab: number | undefined, domain: string): Promise<void> {
  if (tab !== undefined) return openBeside(tab, "outlet.html", { domain });
  const query = new URLSearchParams({ domain });
  await browser.tabs.create({ url: browser.runtime.getURL(`/outlet.html?${query}`) });
}

/** What `openOutlet` has put into the address of the page; empty where that is another one. */
export function shownOutlet(search: string): string {
  return new URLSearchParams(search).get("domain") ?? "";
}
