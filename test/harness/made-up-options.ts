import type { Page } from "puppeteer-core";
import type { LiveStatus } from "../../core/protocol/live-status.ts";
import type { PreviewAnswer, PublishedSets } from "../../core/protocol/published-status.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { waitFor } from "./wait-for.ts";

/** What is made up; all else is answered by the background. */
interface MadeUp {
  readonly outlets?: LiveStatus;
  readonly published?: PublishedSets;
  /** What a publisher has, for whichever address is typed. */
  readonly preview?: PreviewAnswer;
}

/** The options page in Chromium with made-up live outlets or published data sets. The user grants all permissions. */
export async function madeUpOptions(
  browser: DrivenBrowser,
  { outlets, published, preview }: MadeUp,
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
    (values, answers, messages) => {
      const scope = globalThis as unknown as Partial<Record<"browser" | "chrome", Extension>>;
      for (const extension of [scope.browser, scope.chrome]) {
        if (extension === undefined) continue;
        const send = extension.runtime.sendMessage.bind(extension.runtime);
        extension.runtime.sendMessage = async (message, respond) => {
          const [part = ""] = message.type.split(".");
          const value = answers[message.type] ?? values[part];
          if (value === undefined) return send(message, respond);
          const answered = { ok: true, value: structuredClone(value) };
          respond?.(answered);
          return answered;
        };
        extension.permissions.request = async (_, respond) => {
          respond?.(true);
          return true;
        };
        const connect = extension.runtime.connect.bind(extension.runtime);
        extension.runtime.connect = (info) => {
          const port = connect(info);
          const listen = port.onMessage.addListener.bind(port.onMessage);
          port.onMessage.addListener = (listener) =>
            listen((update) => {
              const value = values[update.type];
              listener(value === undefined ? update : { ...update, result: { ok: true, value } });
            });
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
    { ...(outlets && { outlets }), ...(published && { published }) } as Values,
    { ...(preview && { "published.preview": preview }) } as Values,
    catalogue as Record<string, { message: string }> | null,
  );
  await page.goto(`${browser.extensionOrigin}/options.html`);
  await waitFor("the options", async () =>
    (await page.$(".live")) === null || (await page.$(".published")) === null ? null : true,
  );
  return page;
}

type Values = Readonly<Record<string, unknown>>;

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
  readonly permissions: {
    request(wanted: unknown, respond?: (isGranted: boolean) => void): Promise<boolean>;
  };
  readonly i18n: { getMessage(key: string, texts?: string | string[]): string };
}
