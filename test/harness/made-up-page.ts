import type { Page } from "puppeteer-core";
import type { ViewUpdate } from "../../core/protocol/view-updates.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { waitFor } from "./wait-for.ts";

/** What a page of the extension is told in place of what the background would say. */
export interface MadeUpAnswers {
  /** Sent over its port as soon as it connects. */
  readonly updates: readonly ViewUpdate[];
  /** By the type of the request; all others are answered with nothing. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Type of the request that is never answered. */
  readonly unanswered?: string;
  /** What the user says where the browser asks for a permission. */
  readonly allows?: boolean;
  /** What a script that is run in a tab gives. */
  readonly pageText?: string;
}

interface MadeUpPageOptions {
  /** CSS selector of what is there once the answers are drawn. */
  readonly drawn: string;
  /** Of the page's texts, by the name of its catalogue; default the browser's. */
  readonly language?: string | undefined;
  /** Is called before the document is loaded. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/**
 * A page of the extension in Chromium with made-up answers: nothing that it asks reaches the background.
 *
 * The moment of the answers is in its performance entries, as the mark "answer".
 *
 * @param path within the extension
 */
export async function madeUpPage(
  browser: DrivenBrowser,
  path: string,
  told: MadeUpAnswers,
  { drawn, language, prepare }: MadeUpPageOptions,
): Promise<Page> {
  const { page } = await browser.openExtensionPage("icon/16.png");
  await prepare?.(page);
  const catalogue =
    language === undefined
      ? null
      : await page.evaluate(
          async (tag) => (await fetch(`/_locales/${tag}/messages.json`)).json(),
          language,
        );
  await page.evaluateOnNewDocument(
    ({ updates, answers = {}, unanswered, allows = true, pageText }, messages) => {
      const scope = globalThis as unknown as Partial<Record<"browser" | "chrome", Extension>>;
      for (const extension of [scope.browser, scope.chrome]) {
        if (extension === undefined) continue;
        extension.runtime.connect = () => {
          const listeners: ((message: unknown) => void)[] = [];
          return {
            onMessage: { addListener: (listener) => void listeners.push(listener) },
            onDisconnect: { addListener: () => undefined },
            postMessage() {
              performance.mark("answer");
              for (const listener of listeners) for (const update of updates) listener(update);
            },
          };
        };
        extension.runtime.sendMessage = async (message, respond) => {
          if (message.type === unanswered) return new Promise(() => undefined);
          const answered = { ok: true, value: structuredClone(answers[message.type] ?? null) };
          respond?.(answered);
          return answered;
        };
        if (extension.permissions !== undefined)
          extension.permissions.request = async (_, respond) => {
            respond?.(allows);
            return allows;
          };
        if (pageText !== undefined) {
          extension.tabs.get = async (_, respond) => {
            respond?.({});
            return {};
          };
          extension.scripting.executeScript = async (_, respond) => {
            const results = [{ result: pageText }];
            respond?.(results);
            return results;
          };
        }
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
  await page.goto(`${browser.extensionOrigin}/${path}`);
  await waitFor(`${drawn} in ${path}`, async () => ((await page.$(drawn)) === null ? null : true));
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
  readonly permissions?: {
    request(wanted: unknown, respond?: (isGranted: boolean) => void): Promise<boolean>;
  };
  readonly tabs: { get(tab: unknown, respond?: (tab: object) => void): Promise<object> };
  readonly scripting: {
    executeScript(
      script: unknown,
      respond?: (results: readonly { readonly result: string }[]) => void,
    ): Promise<readonly { readonly result: string }[]>;
  };
  readonly i18n: { getMessage(key: string, texts?: string | string[]): string };
}
