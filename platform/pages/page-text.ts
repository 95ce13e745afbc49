import browser from "webextension-polyfill";
import * as z from "zod/mini";

/** Longest text that is taken from a page, UTF-16 code units; a little more than the script in the tab gives. */
const MAX_TEXT = 200_000;

/** A page shares its process with the script in the tab: what comes from there is checked. */
const pageText = z.string().check(z.maxLength(MAX_TEXT));

/**
 * Reads the text of the page that a tab shows, as it is at this moment; it is kept nowhere. `null` where the browser lets
 * no extension in, or the tab shows another page by now.
 *
 * @param address the page's
 */
export async function readPageText(tab: number, address: string): Promise<string | null> {
  try {
    const { url } = await browser.tabs.get(tab);
    if (url !== undefined && withoutFragment(url) !== withoutFragment(address)) return null;
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab },
      files: ["/read-text.js"],
    });
    return pageText.safeParse(frame?.result).data ?? null;
  } catch {
    return null;
  }
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/u, "");
}
