import browser from "webextension-polyfill";
import { askedLinkItem } from "../storage/stored-items.ts";

/** A link that the user asked about in the context menu. */
export interface AskedLink {
  readonly url: string;
  /** May be empty. */
  readonly text: string;
}

/**
 * Calls `onLink` with the link that the user asks about in a tab, now and whenever it is another; with `null` where
 * there is none.
 *
 * @returns ends it
 */
export function followAskedLink(tab: number, onLink: (link: AskedLink | null) => void): () => void {
  let last = "";
  const read = async () => {
    const asked = await askedLinkItem.read();
    const link = asked?.tab === tab ? { url: asked.url, text: asked.text } : null;
    // Other things are kept there too.
    if (JSON.stringify(link) === last) return;
    last = JSON.stringify(link);
    onLink(link);
  };
  const onChanged = (_changes: unknown, area: string) => {
    if (area === "session") void read();
  };
  browser.storage.onChanged.addListener(onChanged);
  void read();
  return () => browser.storage.onChanged.removeListener(onChanged);
}
