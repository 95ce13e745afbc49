import type { Page } from "puppeteer-core";
import type { DrivenBrowser, View } from "./driven-browser.ts";
import { waitFor } from "./wait-for.ts";

/** The sidebar on a page, once it shows an answer. */
export function answeredSidebar(
  browser: DrivenBrowser,
  page: Page,
  timeout?: number,
): Promise<View> {
  const probe = async () => {
    const view = await browser.sidebar(page);
    const isAnswered = await view?.run(
      (document) => document.querySelector(".cards, .message, .tab-count") !== null,
    );
    return view !== null && isAnswered === true ? view : null;
  };
  return waitFor("the sidebar's answer", probe, timeout);
}
