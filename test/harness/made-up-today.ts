import type { Page } from "puppeteer-core";
import type { LiveStatus } from "../../core/protocol/live-status.ts";
import type { SearchAnswer, TodayAnswer } from "../../core/protocol/today.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { waitFor } from "./wait-for.ts";

/** What the page is told; `null` is never answered. */
export interface MadeUpToday {
  readonly answer: TodayAnswer | null;
  readonly live: LiveStatus;
  readonly search?: SearchAnswer;
}

/** The page "Today" in Chromium with made-up stories: nothing that it asks reaches the background. */
export async function madeUpToday(
  browser: DrivenBrowser,
  told: MadeUpToday,
  language?: string,
): Promise<Page> {
  const { page } = await browser.openExtensionPage("icon/16.png");
  const catalogue =
    language === undefined
      ? null
      : await page.evaluate(
          async (tag) => (await fetch(`/_locales/${tag}/messages.json`)).json(),
          language,
        );
  await page.evaluateOnNewDocument(
    ({ answer, live, search }, messages) => {
      const scope = globalThis as unknown as Partial<Record<"browser" | "chrome", Extension>>;
      const ok = (value: unknown) => ({ ok: true, value });
      const updates = [
        { type: "outlets", result: ok(live) },
        { type: "today", result: ok({ revision: 1, progress: null }) },
      ];
      const answers: Readonly<Record<string, unknown>> = {
        "today.stories": answer,
        search: search ?? null,
      };
      for (const extension of [scope.browser, scope.chrome]) {
        if (extension === undefined) continue;
        extension.runtime.connect = () => {
          const listeners: ((message: unknown) => void)[] = [];
          return {
            onMessage: { addListener: (listener) => void listeners.push(listener) },
            onDisconnect: { addListener: () => undefined },
            postMessage() {
              for (const listener of listeners) for (const update of updates) listener(update);
            },
          };
        };
        extension.runtime.sendMessage = async (message, respond) => {
          if (message.type === "today.stories" && answer === null)
            return new Promise(() => undefined);
          const answered = ok(structuredClone(answers[message.type] ?? null));
          respond?.(answered);
          return answered;
        };
        if (messages !== null)
          extension.i18n.getMessage = (key, texts = []) =>
            (messages[key]?.message ?? "").replace(
              /\$(\d)/g,
              (_, digit) => [texts].flat()[Number(digit) - 1] ?? "",
            );
      }
    },
    told,
    catalogue as Record<string, { message: string }> | null,
  );
  await page.goto(`${browser.extensionOrigin}/today.html`);
  await waitFor("the made-up stories", async () =>
    (await page.$(told.answer === null ? ".loading" : ".stories, .message")) === null ? null : true,
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
    sendMessage(
      message: { readonly type: string },
      respond?: (answer: unknown) => void,
    ): Promise<unknown>;
  };
  readonly i18n: { getMessage(key: string, texts?: string | string[]): string };
}
