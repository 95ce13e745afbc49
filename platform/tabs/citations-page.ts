import browser from "webextension-polyfill";
import { articleMark } from "../../core/citations/article-mark.ts";

/** What the page "Cite and export" is opened for. */
export interface CitationsTarget {
  /** The tab whose answer has the story. */
  readonly tab: number;
  /** An article of the answer by `articleMark`; `null` is the whole story. */
  readonly mark: string | null;
}

/**
 * Opens the page "Cite and export" in a tab of its own, next to that of the story.
 *
 * @param tab the tab whose answer has the story
 * @param article address of an article of it; `null` is the whole story
 */
export async function openCitations(tab: number, article: string | null): Promise<void> {
  const query = new URLSearchParams({ tab: String(tab) });
  if (article !== null) query.set("article", articleMark(article));
  const { index } = await browser.tabs.get(tab);
  await browser.tabs.create({
    url: browser.runtime.getURL(`/citations.html?${query}`),
    index: index + 1,
  });
}

/** What `openCitations` has put into the address of the page; `null` where that is another one. */
export function citationsTarget(search: string): CitationsTarget | null {
  const query = new URLSearchParams(search);
  const tab = query.get("tab") ?? "";
  return /^\d{1,15}$/.test(tab) ? { tab: Number(tab), mark: query.get("article") } : null;
}
