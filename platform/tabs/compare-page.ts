import browser from "webextension-polyfill";

/** What the page that compares headlines is opened for, in its address. */
export interface ComparedTab {
  /** The tab of the open page. */
  readonly tab: number;
  /** Address of the one article that it is compared with; `null` for its whole story. */
  readonly other: string | null;
}

/** Opens the comparison of the headlines of a tab's story in a tab of its own, next to it. */
export async function openComparison({ tab, other }: ComparedTab): Promise<void> {
  const query = new URLSearchParams({ tab: String(tab), ...(other !== null && { other }) });
  const { index } = await browser.tabs.get(tab);
  await browser.tabs.create({
    url: browser.runtime.getURL(`/compare.html?${query}`),
    index: index + 1,
  });
}

/** What this page was opened for, by the query of its address; `null` where it names no tab. */
export function comparedTab(search: string): ComparedTab | null {
  const query = new URLSearchParams(search);
  const tab = query.get("tab") ?? "";
  return /^\d+$/.test(tab) ? { tab: Number(tab), other: query.get("other") } : null;
}
