import type { Page } from "puppeteer-core";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { madeUpPage } from "./made-up-page.ts";

/** The sidebar, or the page of the browser's side panel, as a page of its own in Chromium with a made-up answer. */
export function madeUpSidebar(
  browser: DrivenBrowser,
  answer: TabCoverage,
  path: "sidebar.html" | "sidepanel.html?tab=1" = "sidebar.html",
  language?: string,
): Promise<Page> {
  const updates = [{ type: "answer", result: { ok: true, value: answer } }] as const;
  return madeUpPage(browser, path, { updates }, { drawn: ".cards, .message", language });
}
