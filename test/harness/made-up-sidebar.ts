import type { Page } from "puppeteer-core";
import type { TabCoverage } from "../../core/protocol/messages.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { waitFor } from "./wait-for.ts";

/**
 * The sidebar as a page of its own in Chromium, shown a made-up answer: every question is answered with
 * it, and none reaches the background.
 */
export async function madeUpSidebar(browser: DrivenBrowser, answer: TabCoverage): Promise<Page> {
  const { page } = await browser.openExtensionPage("icon/16.png");
  await page.evaluateOnNewDocument((value) => {
    const scope = globalThis as unknown as Partial<Record<"browser" | "chrome", Extension>>;
    const answered = { ok: true, value };
    for (const extension of [scope.browser, scope.chrome])
      if (extension !== undefined)
        extension.runtime.sendMessage = async (_message, respond) => {
          respond?.(answered);
          return answered;
        };
  }, answer);
  await page.goto(`${browser.extensionOrigin}/sidebar.html`);
  await waitFor("the made-up answer", async () =>
    (await page.$(".cards, .message")) === null ? null : true,
  );
  return page;
}

interface Extension {
  readonly runtime: {
    sendMessage(message: unknown, respond?: (answer: unknown) => void): Promise<unknown>;
  };
}
