import browser, { type Runtime } from "webextension-polyfill";
import { introductionShownItem } from "../storage/stored-items.ts";

/** The page of the introduction, within the extension. */
const PAGE = "/welcome.html";

/**
 * Opens the introduction in a tab after a fresh install: once, and never after an update of the extension or of the
 * browser. That it was opened is noted before, so that a background that is stopped in between does not open it twice.
 */
export async function introduceOnce({
  reason,
}: Pick<Runtime.OnInstalledDetailsType, "reason">): Promise<void> {
  if (reason !== "install" || (await introductionShownItem.read())) return;
  await introductionShownItem.change(() => true);
  await browser.tabs.create({ url: browser.runtime.getURL(PAGE) });
}
