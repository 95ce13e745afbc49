import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { pageReading } from "../../core/page/page-reading.ts";

/** The page a tab shows, as its content script reported it. */
const tabPage = z.object({ url: z.string(), ...pageReading.shape });

export type TabPage = z.infer<typeof tabPage>;

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
