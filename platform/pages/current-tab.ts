import browser from "webextension-polyfill";
import { type PageReading, pageReading } from "../../core/page/page-reading.ts";
import type { TabPage } from "./tab-pages.ts";

/** The page in front of the reader, as far as the toolbar click opened it to the extension. */
export interface CurrentPage extends TabPage {
  readonly tab: number;
}

/** The current tab's page; `null` when it is not an http(s) page or cannot be read. */
export async function readCurrentPage(): Promise<CurrentPage | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined || !/^https?:/.test(tab.url ?? "")) return null;
  return { tab: tab.id, url: tab.url ?? "", ...(await readTab(tab.id)) };
}

/** What the page says of itself; nothing where the browser lets no extension in. */
async function readTab(tab: number): Promise<PageReading> {
  const nothing = { claims: [], statement: null };
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab },
      files: ["/read-page.js"],
    });
    return pageReading.safeParse(frame?.result).data ?? nothing;
  } catch {
    return nothing;
  }
}
