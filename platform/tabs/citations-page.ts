import { articleMark } from "../../core/citations/article-mark.ts";
import { openBeside } from "./open-beside.ts";

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
export function openCitations(tab: number, article: string | null): Promise<void> {
  return openBeside(
    tab,
    "citations.html",
    article === null ? {} : { article: articleMark(article) },
  );
}

/** What `openCitations` has put into the address of the page; `null` where that is another one. */
export function citationsTarget(search: string): CitationsTarget | null {
  const query = new URLSearchParams(search);
  const tab = query.get("tab") ?? "";
  return /^\d{1,15}$/.test(tab) ? { tab: Number(tab), mark: query.get("article") } : null;
}
