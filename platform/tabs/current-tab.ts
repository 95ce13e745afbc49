import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { alternateLinks, type FeedLink, feedLinks } from "../../core/offer/feed-links.ts";
import { pageReading } from "../../core/page/page-reading.ts";
import type { TabPage } from "./tab-pages.ts";

/** The page in front of the user, as far as the toolbar click opened it to the extension. */
export interface CurrentPage extends TabPage {
  readonly tab: number;
}

/** What the script in the tab reports: the page, and its links to other forms of itself. */
const readingWithLinks = z.object({
  ...pageReading.shape,
  alternates: z.catch(alternateLinks, () => []),
});

/** The current tab's page and the feeds it offers; `null` when it is not an http(s) page or cannot be read. */
export async function readCurrentPage(): Promise<{
  readonly page: CurrentPage;
  readonly feeds: readonly FeedLink[];
} | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const url = tab?.url ?? "";
  if (tab?.id === undefined || !/^https?:/.test(url)) return null;
  const { alternates, ...reading } = await readTab(tab.id);
  const isArticle = reading.statement !== null;
  return { page: { tab: tab.id, url, ...reading }, feeds: feedLinks(alternates, url, isArticle) };
}

/** What the page says of itself; nothing where the browser lets no extension in. */
export async function readTab(tab: number): Promise<z.infer<typeof readingWithLinks>> {
  const nothing = { claims: [], statement: null, alternates: [] };
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab },
      files: ["/read-page.js"],
    });
    return readingWithLinks.safeParse(frame?.result).data ?? nothing;
  } catch {
    return nothing;
  }
}
