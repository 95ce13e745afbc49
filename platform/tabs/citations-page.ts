import { addressToken } from "../../core/url/address-token.ts";
import { openBeside } from "./open-beside.ts";

/** What the page "Cite and export" is opened for. */
export interface CitationsTarget {
  /** The tab whose answer has the story. */
  readonly tab: number;
  /** An article of the answer by `addressToken`; `null` is the whole story. */
  readonly token: string | null;
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
    article === null ? {} : { article: addressToken(article) },
  );
}

/** What `openCitations` has put into the address of the page; `null` where that is another one. */
export function citationsTarget(search: string): CitationsTarget | null {
  const query = new URLSearchParams(search);
  const tab = query.get("tab") ?? "";
  return /^\d{1,15}$/.test(tab) ? { tab: Number(tab), token: query.get("article") } : null;
}
