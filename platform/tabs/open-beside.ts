import browser from "webextension-polyfill";

/**
 * Opens a page of the extension about a tab's story in a tab of its own, next to that tab.
 *
 * @param tab the tab whose answer has the story; goes into the page's address as `tab`
 * @param page its file, such as `compare.html`
 * @param more what else the address says, beside `tab`
 */
export async function openBeside(
  tab: number,
  page: string,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  const query = new URLSearchParams({ tab: String(tab), ...more });
  const { index } = await browser.tabs.get(tab);
  await browser.tabs.create({
    url: browser.runtime.getURL(`/${page}?${query}`),
    index: index + 1,
  });
}
