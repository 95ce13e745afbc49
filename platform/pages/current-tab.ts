import browser from "webextension-polyfill";
import { type AddressClaim, addressClaims } from "../../core/coverage/page-addresses.ts";

/** The page in front of the reader, as far as the toolbar click opened it to the extension. */
export interface CurrentPage {
  readonly tab: number;
  readonly url: string;
  readonly claims: AddressClaim[];
}

/** The current tab's page; `null` when it is not an http(s) page or cannot be read. */
export async function readCurrentPage(): Promise<CurrentPage | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined || !/^https?:/.test(tab.url ?? "")) return null;
  return { tab: tab.id, url: tab.url ?? "", claims: await readClaims(tab.id) };
}

/** What the page says its address is; nothing where the browser lets no extension in. */
async function readClaims(tab: number): Promise<AddressClaim[]> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab },
      files: ["/address-claims.js"],
    });
    return addressClaims.safeParse(frame?.result).data ?? [];
  } catch {
    return [];
  }
}
