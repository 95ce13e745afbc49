import type { Page } from "puppeteer-core";
import type { LiveStatus } from "../../core/protocol/live-status.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { waitFor } from "./wait-for.ts";

/** The options page in Chromium with made-up live outlets; all else is answered by the background. */
export async function madeUpLive(
  browser: DrivenBrowser,
  status: LiveStatus,
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
    (value, messages) => {
      const scope = globalThis as unknown as Partial<Record<"browser" | "chrome", Extension>>;
      for (const extension of [scope.browser, scope.chrome]) {
        if (extension === undefined) continue;
        const send = extension.runtime.sendMessage.bind(extension.runtime);
        extension.runtime.sendMessage = async (message, respond) => {
          if (!message.type.startsWith("outlets.")) return send(message, respond);
          const answered = { ok: true, value: structuredClone(value) };
          respond?.(answered);
          return answered;
        };
        const connect = extension.runtime.connect.bind(extension.runtime);
        extension.runtime.connect = (info) => {
          const port = connect(info);
          const listen = port.onMessage.addListener.bind(port.onMessage);
          port.onMessage.addListener = (listener) =>
            listen((update) =>
              listener(
                update.type === "outlets" ? { ...update, result: { ok: true, value } } : update,
              ),
            );
          return port;
        };
        if (messages !== null)
          extension.i18n.getMessage = (key, texts = []) =>
            (messages[key]?.message ?? "").replace(
              /\$(\d)/g,
              (_, digit) => [texts].flat()[Number(digit) - 1] ?? "",
            );
      }
    },
    status,
    catalogue as Record<string, { message: string }> | null,
  );
  await page.goto(`${browser.extensionOrigin}/options.html`);
  await waitFor("the live outlets", async () => ((await page.$(".live")) === null ? null : true));
  return page;
}

interface Update {
  readonly type: string;
  readonly result: unknown;
}

interface Extension {
  readonly runtime: {
    connect(info: unknown): {
      readonly onMessage: { addListener(listener: (update: Update) => void): void };
    };
    sendMessage(
      message: { readonly type: string },
      respond?: (answer: unknown) => void,
    ): Promise<unknown>;
  };
  readonly i18n: { getMessage(key: string, texts?: string | string[]): string };
}
