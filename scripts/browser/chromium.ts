import puppeteer, { type Browser, type Target } from "puppeteer-core";
import type { DrivenBrowser, StartOptions } from "./driven-browser.ts";
import { viewIn } from "./view.ts";

/** How Chromium itself is started. */
export interface LaunchOptions extends Omit<StartOptions, "extension"> {
  /** Folder of the built extension; `null` for none. */
  readonly extension: string | null;
  /** Longest wait for the answer to one command, ms; 0 for no limit. */
  readonly commandTimeout?: number;
}

/** Starts Chromium, over the DevTools protocol. */
export function launchChromium(options: LaunchOptions): Promise<Browser> {
  return puppeteer.launch({
    executablePath: options.program,
    headless: options.headless,
    pipe: true,
    ...(options.extension !== null && { enableExtensions: [options.extension] }),
    ...(options.commandTimeout !== undefined && { protocolTimeout: options.commandTimeout }),
    ...(options.language !== undefined && {
      env: { ...process.env, LANGUAGE: options.language },
    }),
    defaultViewport: options.headless ? { width: 1280, height: 800 } : null,
    ...(options.profile !== undefined && { userDataDir: options.profile }),
    args: [
      ...(options.proxyPort === null
        ? []
        : [`--proxy-server=127.0.0.1:${options.proxyPort}`, "--ignore-certificate-errors"]),
      ...(options.language === undefined ? [] : [`--lang=${options.language}`]),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      // Chromium refuses its sandbox to root, which is what a container runs as.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}

/** Starts Chromium with the extension. */
export async function startChromium(options: StartOptions): Promise<DrivenBrowser> {
  const browser = await launchChromium(options);
  const worker = await browser.waitForTarget((target) => target.type() === "service_worker");
  const extensionOrigin = worker.url().replace(/(:\/\/[^/]+)\/.*/, "$1");
  const extensionId = extensionOrigin.replace(/.*\/\//, "");

  const closed = new Promise<void>((resolve) => browser.once("disconnected", () => resolve()));
  return {
    name: "chromium",
    closed,
    extensionOrigin,
    newPage: () => browser.newPage(),
    async sidebar(page) {
      const frame = page.frames().find((candidate) => candidate.url().startsWith(extensionOrigin));
      return frame === undefined ? null : viewIn(frame);
    },
    async openPopup(page) {
      const isPopup = (url: string) => url.startsWith(`${extensionOrigin}/popup.html`);
      // A popup left open by an earlier click would be taken for the new one.
      for (const target of browser.targets())
        if (isPopup(target.url())) await (await target.asPage()).close();
      await page.bringToFront();
      const extension = (await browser.extensions()).get(extensionId);
      if (extension === undefined) throw new Error("the extension is not installed");
      await page.triggerExtensionAction(extension);
      const target = await browser.waitForTarget((candidate) => isPopup(candidate.url()));
      return viewIn(await target.asPage());
    },
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(`${extensionOrigin}/${path}`);
      return { page, view: viewIn(page) };
    },
    answerPermissionPrompt: null,
    async stopBackground() {
      const target = browser.targets().find((candidate) => candidate.type() === "service_worker");
      if (target === undefined) return;
      // This very one: a message on its way may have woken the next before one looks again.
      const { promise: gone, resolve } = Promise.withResolvers<void>();
      const onDestroyed = (destroyed: Target) => {
        if (destroyed === target) resolve();
      };
      browser.on("targetdestroyed", onDestroyed);
      await (await target.worker())?.close();
      await gone;
      browser.off("targetdestroyed", onDestroyed);
    },
    close: () => browser.close(),
    async kill() {
      browser.process()?.kill("SIGKILL");
      await closed;
    },
  };
}
