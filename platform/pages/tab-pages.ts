import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { type AddressClaim, addressClaims } from "../../core/coverage/page-addresses.ts";

/** The page a tab shows, as its content script reported it. */
export interface TabPage {
  readonly url: string;
  readonly claims: readonly AddressClaim[];
}

const tabPage = z.object({ url: z.string(), claims: addressClaims });
const keyOf = (tab: number): string => `tab:${tab}`;

/** Remembers a tab's page for its sidebar, in memory only: it outlives the worker, not the browser. */
export async function rememberPage(tab: number, page: TabPage): Promise<void> {
  await browser.storage.session.set({ [keyOf(tab)]: page });
}

export async function recallPage(tab: number): Promise<TabPage | null> {
  const stored = await browser.storage.session.get(keyOf(tab));
  return tabPage.safeParse(stored[keyOf(tab)]).data ?? null;
}

export async function forgetPage(tab: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tab));
}
