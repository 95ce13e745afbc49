import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { MAX_HEADLINE_LENGTH } from "../../core/page/statement-limits.ts";

const WEB_PAGES = ["http://*/*", "https://*/*"];

/** What the user asks about in the context menu of a tab. */
export type ContextMenuQuestion =
  | { readonly about: "page"; readonly tab: number; readonly url: string }
  | {
      readonly about: "link";
      readonly tab: number;
      readonly url: string;
      /** The text of the link, read while the click lets the extension into the tab; may be empty. */
      text(): Promise<string>;
    };

/** Puts the question into the context menu of pages and links; call once after each installation and update. */
export async function createContextMenu(): Promise<void> {
  // Firefox for Android has none.
  if (browser.contextMenus === undefined) return;
  await browser.contextMenus.removeAll();
  const title = browser.i18n.getMessage("whoElse");
  browser.contextMenus.create({
    id: "link",
    title,
    contexts: ["link"],
    targetUrlPatterns: WEB_PAGES,
  });
  browser.contextMenus.create({
    id: "page",
    title,
    contexts: ["page"],
    documentUrlPatterns: WEB_PAGES,
  });
}

/**
 * Calls `onQuestion` when the user chooses the question. Must be called while the background script first runs; what may
 * only be done in a click has to be done in `onQuestion` before anything is awaited.
 */
export function onContextMenu(onQuestion: (question: ContextMenuQuestion) => void): void {
  browser.contextMenus?.onClicked.addListener((click, tab) => {
    const { frameId = 0, linkText, linkUrl, pageUrl } = click;
    if (tab?.id === undefined || tab.id < 0) return;
    if (linkUrl === undefined)
      return onQuestion({ about: "page", tab: tab.id, url: tab.url ?? pageUrl ?? "" });
    const id = tab.id;
    const text = async () => linkText ?? (await readLinkText(id, frameId, linkUrl));
    onQuestion({ about: "link", tab: id, url: linkUrl, text });
  });
}

/** Chromium does not tell the text of the link: the page is asked for it. Empty where the browser lets nobody in. */
async function readLinkText(tab: number, frame: number, url: string): Promise<string> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [frame] },
      func: longestTextOfLink,
      args: [url, MAX_HEADLINE_LENGTH],
    });
    return z.string().safeParse(result?.result).data ?? "";
  } catch {
    return "";
  }
}

/** Runs in the page, so it uses nothing from outside: the longest text of the links to an address. */
function longestTextOfLink(url: string, most: number): string {
  const links = Document.prototype.getElementsByTagName.call(document, "a");
  let longest = "";
  for (let i = 0; i < 5000; i++) {
    const link = links.item(i);
    if (link === null) break;
    if (!(link instanceof HTMLAnchorElement) || link.href !== url) continue;
    const text = (link.textContent ?? "").trim().slice(0, most);
    if (text.length > longest.length) longest = text;
  }
  return longest;
}
