import { describe, expect, test } from "vitest";
import type { View } from "../../harness/driven-browser.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { FUTURISM, textOf, useBrowser } from "../session.ts";

const session = useBrowser((url) => ({
  body: standInPage({ title: "A story", site: url.hostname }),
}));

interface Extension {
  runtime: { id: string; sendMessage(message: unknown): Promise<unknown> };
  tabs: { query(query: object): Promise<{ id: number }[]> };
  scripting: {
    executeScript(injection: object): Promise<{ result: unknown }[]>;
  };
}

/** Sends a message from a content script in the tab that shows `address`, through an extension page. */
function sendFromContentScript(view: View, address: string, message: unknown): Promise<unknown> {
  return view.run(
    async (_document, pattern, sent) => {
      const scope = globalThis as unknown as { browser?: Extension; chrome: Extension };
      const { tabs, scripting } = scope.browser ?? scope.chrome;
      const [tab] = await tabs.query({ url: pattern });
      const [frame] = await scripting.executeScript({
        target: { tabId: tab?.id },
        args: [sent],
        func: (forged: unknown) => {
          const inPage = globalThis as unknown as { browser?: Extension; chrome: Extension };
          return (inPage.browser ?? inPage.chrome).runtime
            .sendMessage(forged)
            .catch((error: unknown) => `threw: ${String(error)}`);
        },
      });
      return frame?.result;
    },
    address,
    message,
  );
}

/** Sends a message from an extension page. */
function sendFromView(view: View, message: unknown): Promise<unknown> {
  return view.run((_document, sent) => {
    const scope = globalThis as unknown as { browser?: Extension; chrome: Extension };
    return (scope.browser ?? scope.chrome).runtime.sendMessage(sent);
  }, message);
}

/** Not `null`: Chromium drops that from the arguments of a script. */
const STATEMENT = {
  headline: "Bridge closed",
  description: "",
  published: [],
  language: "en",
  outlet: "",
  type: "article",
  signs: [],
};

const ONLY_FOR_VIEWS = [
  { type: "coverage.ofTab", tab: 1, url: FUTURISM, claims: [], statement: STATEMENT },
  { type: "status" },
  { type: "settings.change", change: { sidebar: "off" } },
  { type: "site.switch", site: "futurism.com", on: false },
  { type: "frame", frame: { action: "close" } },
  { type: "sidebar.form", form: "closed", tab: 1 },
  { type: "tab.forget", tab: 1 },
  { type: "coverage.ofLink", url: FUTURISM, text: "" },
  { type: "link.forget" },
  { type: "options.open" },
  { type: "compare.open", other: FUTURISM },
  { type: "citations.open", article: FUTURISM },
  { type: "outlet.prefer", name: "A", domain: "a.example", preference: "hidden" },
  { type: "outlet.open", domain: "a.example" },
  { type: "outlet.profile", domain: "futurism.com" },
  { type: "saved.list" },
  { type: "saved.remove", ids: [] },
  { type: "readings.list" },
  { type: "readings.among", urls: [FUTURISM] },
  { type: "readings.remove", urls: [FUTURISM] },
  { type: "tab.own" },
  { type: "index.rebuild", id: "bundled" },
  { type: "dataSet.delete", id: "bundled" },
  { type: "import.discard" },
  { type: "notice.dismiss" },
  { type: "reset" },
];

describe("forged messages", () => {
  test("a content script may only ask about its page; everything else is forbidden and changes nothing", async () => {
    const page = await session.open("https://futurism.com/any");
    const { page: options, view } = await session.browser.openExtensionPage("options.html");
    const answers = [];
    for (const message of ONLY_FOR_VIEWS)
      answers.push(await sendFromContentScript(view, "https://futurism.com/any", message));
    expect(answers).toEqual(ONLY_FOR_VIEWS.map(() => ({ ok: false, failure: "forbidden" })));
    expect(await sendFromView(view, { type: "status" })).toMatchObject({
      ok: true,
      value: { settings: { sidebar: "open", sitesOff: [] } },
    });
    await page.close();
    await options.close();
  });

  test("a content script that states another site's address is answered for its own", async () => {
    const page = await session.open("https://futurism.com/any");
    const { page: options, view } = await session.browser.openExtensionPage("options.html");
    const stated = {
      type: "page.seen",
      url: "https://www.wsj.com/articles/x",
      claims: [],
      statement: STATEMENT,
    };
    expect(await sendFromContentScript(view, "https://futurism.com/any", stated)).toEqual({
      ok: true,
      value: { sidebar: "none", width: 360 },
    });
    await page.close();
    await options.close();
  });

  test("an extension page cannot impersonate a content script, and an invalid message is malformed", async () => {
    const { page: options, view } = await session.browser.openExtensionPage("options.html");
    const answers = await Promise.all(
      [
        { type: "page.seen", url: FUTURISM, claims: [], statement: null },
        { type: "unknown" },
        { type: "status", extra: 1 },
        { type: "settings.change", change: { sidebar: "wide" } },
        "status",
        null,
      ].map((message) => sendFromView(view, message)),
    );
    expect(answers).toEqual([
      { ok: false, failure: "forbidden" },
      { ok: false, failure: "malformed" },
      { ok: false, failure: "malformed" },
      { ok: false, failure: "malformed" },
      { ok: false, failure: "malformed" },
      { ok: false, failure: "malformed" },
    ]);
    await options.close();
  });

  test("a page has no way to send any", async () => {
    const page = await session.open(FUTURISM);
    await session.sidebar(page);
    const reach = await page.evaluate(async () => {
      const scope = globalThis as unknown as {
        chrome?: { runtime?: { sendMessage?: unknown; connect?: unknown } };
        browser?: { runtime?: unknown };
      };
      postMessage({ type: "reset" }, "*");
      return [
        typeof scope.chrome?.runtime?.sendMessage,
        typeof scope.chrome?.runtime?.connect,
        typeof scope.browser?.runtime,
      ];
    });
    expect(reach).toEqual(["undefined", "undefined", "undefined"]);
    await page.close();
  });
});

describe("an extension that is reloaded", () => {
  test("leaves no dead sidebar behind and shows a working one in the open tab", async () => {
    const page = await session.open(FUTURISM);
    await session.sidebar(page);
    const { view } = await session.browser.openExtensionPage("options.html");
    await view
      .run(() => {
        const scope = globalThis as unknown as { browser?: Reload; chrome: Reload };
        setTimeout(() => (scope.browser ?? scope.chrome).runtime.reload(), 50);
      })
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const text = await waitFor("a live sidebar", async () => {
      const sidebar = await session.browser.sidebar(page);
      const shown = sidebar === null ? "" : await textOf(sidebar);
      return shown.includes("No. 3 of 4 rated") ? shown : null;
    });
    expect(text).toContain("3 other articles");
    const hosts = await page.evaluate(
      () => document.querySelectorAll("html > :not(head, body)").length,
    );
    expect(hosts).toBe(1);
    await page.close();
  });
});

interface Reload {
  runtime: { reload(): void };
}
