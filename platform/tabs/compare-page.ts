import { addressToken } from "../../core/url/address-token.ts";
import { openBeside } from "./open-beside.ts";

/** What the page that compares headlines is opened for, in its address. */
export interface ComparedTab {
  /** The tab of the open page. */
  readonly tab: number;
  /** The one article that it is compared with, by `addressToken`; `null` for its whole story. */
  readonly other: string | null;
}

/**
 * Opens the comparison of the headlines of a tab's story in a tab of its own, next to it.
 *
 * @param article address of the one article that the page is compared with; `null` for its whole story
 */
export function openComparison(tab: number, article: string | null): Promise<void> {
  return openBeside(tab, "compare.html", article === null ? {} : { other: addressToken(article) });
}

/** What this page was opened for, by the query of its address; `null` where it names no tab. */
export function comparedTab(search: string): ComparedTab | null {
  const query = new URLSearchParams(search);
  const tab = query.get("tab") ?? "";
  return /^\d+$/.test(tab) ? { tab: Number(tab), other: query.get("other") } : null;
}
