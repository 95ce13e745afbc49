import type { Page } from "puppeteer-core";
import type { TabCoverage } from "../../core/protocol/messages.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { waitFor } from "./wait-for.ts";

/**
 * The sidebar as a page of its own in Chromium, sent a made-up answer: its port leads to nobody, and what it
 * asks is answered with nothing, so that none of it reaches the background. The answer's time is in the page's performance
 * entries, as the mark "answer".
 *
 * @param prepare is called before the sidebar's document is loaded
 */
export async function madeUpSidebar(
  browser: DrivenBrowser,
  answer: TabCoverage,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Page> {
  const { page } = await browser.openExtensionPage("icon/16.png");
  await prepare?.(page);
  await page.evaluateOnNewDocument((value) => {
    const scope = globalThis as unknown as Partial<Record<"browser" | "chrome", Extension>>;
    const update = { type: "answer", result: { ok: true, value } };
    for (const extension of [scope.browser, scope.chrome]) {
      if (extension === undefined) continue;
      extension.runtime.connect = () => {
        const listeners: ((message: unknown) => void)[] = [];
        return {
          onMessage: { addListener: (listener) => void listeners.push(listener) },
          onDisconnect: { addListener: () => undefined },
          postMessage() {
            performance.mark("answer");
            for (const listener of listeners) listener(update);
          },
        };
      };
      extension.runtime.sendMessage = async (_message, respond) => {
        const answered = { ok: true, value: null };
        respond?.(answered);
        return answered;
      };
    }
  }, answer);
  await page.goto(`${browser.extensionOrigin}/sidebar.html`);
  await waitFor("the made-up answer", async () =>
    (await page.$(".cards, .message")) === null ? null : true,
  );
  return page;
}

interface Extension {
  readonly runtime: {
    connect(): {
      readonly onMessage: { addListener(listener: (message: unknown) => void): void };
      readonly onDisconnect: { addListener(): void };
      postMessage(): void;
    };
    sendMessage(message: unknown, respond?: (answer: unknown) => void): Promise<unknown>;
  };
}
