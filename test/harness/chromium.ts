import puppeteer, { type Browser, type Target } from "puppeteer-core";
import { BROWSER_START, WAIT } from "../timeouts.ts";
import type { DrivenBrowser, StartOptions } from "./driven-browser.ts";
import {
  closePages,
  describePages,
  findPage,
  INTRODUCTION,
  openedMeanwhile,
  openPage,
} from "./pages.ts";
import { viewIn } from "./view.ts";
import { waitFor } from "./wait-for.ts";

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
    timeout: BROWSER_START,
    ...(options.extension !== null && { enableExtensions: [options.extension] }),
    protocolTimeout: options.commandTimeout ?? BROWSER_START,
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
      // Chromium offers no sandbox to root, and a container often runs as root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}

/** Starts Chromium with the extension. */
export async function startChromium(options: StartOptions): Promise<DrivenBrowser> {
  const browser = await launchChromium(options);
  if (options.keepsIntroduction !== true) closeIntroductions(browser);
  const originOfWorker = async () => {
    const isWorker = (target: Target) => target.type() === "service_worker";
    const worker = await browser.waitForTarget(isWorker, { timeout: BROWSER_START });
    return worker.url().replace(/(:\/\/[^/]+)\/.*/, "$1");
  };
  let extensionOrigin = await originOfWorker();
  const extensionId = () => extensionOrigin.replace(/.*\/\//, "");
  if (options.allowsPrivateWindows === true) {
    await allowInPrivateWindows(browser, extensionId());
    await originOfWorker();
  }

  /** Evaluates an expression in the background. */
  const inWorker = async (expression: string) => {
    const isWorker = (target: Target) => target.type() === "service_worker";
    const worker = await browser.waitForTarget(isWorker, { timeout: WAIT });
    // A session of its own, since others may have left the worker without a debugger.
    const session = await worker.createCDPSession();
    await session.send("Runtime.evaluate", { expression, awaitPromise: true });
    await session.detach();
  };
  /** Tells the extension of an event in the tab in front, as the browser would. */
  const dispatch = (event: string, ...details: readonly unknown[]) =>
    inWorker(`chrome.tabs.query({ active: true, lastFocusedWindow: true })
      .then(([tab]) => chrome.${event}.dispatch(...${JSON.stringify(details)}, tab))`);
  const sidePanelTarget = (url: string) => url.startsWith(`${extensionOrigin}/sidepanel.html`);
  const newPage = () => openPage(browser);
  const closed = new Promise<void>((resolve) => browser.once("disconnected", () => resolve()));
  return {
    name: "chromium",
    closed,
    get extensionOrigin() {
      return extensionOrigin;
    },
    newPage,
    openPrivateWindow: () =>
      openedMeanwhile(browser, () =>
        inWorker('chrome.windows.create({ incognito: true, url: "about:blank" })'),
      ),
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
      const extension = (await browser.extensions()).get(extensionId());
      if (extension === undefined) throw new Error("the extension is not installed");
      await page.triggerExtensionAction(extension);
      const target = await browser.waitForTarget((candidate) => isPopup(candidate.url()), {
        timeout: WAIT,
      });
      return viewIn(await target.asPage());
    },
    pressShortcut: (command) => dispatch("commands.onCommand", command),
    async chooseInLinkMenu(page, selector) {
      await page.bringToFront();
      const linkUrl = await page.$eval(selector, (link) => (link as HTMLAnchorElement).href);
      const click = { menuItemId: "link", editable: false, pageUrl: page.url(), linkUrl };
      await dispatch("contextMenus.onClicked", click);
    },
    async openSidePanel() {
      const page = await newPage();
      await page.goto(`${extensionOrigin}/sidepanel.html`);
      return viewIn(page);
    },
    async openedSidePanel() {
      const target = await browser.waitForTarget((one) => sidePanelTarget(one.url()), {
        timeout: WAIT,
      });
      return viewIn(await target.asPage());
    },
    async closeSidePanel() {
      for (const target of browser.targets())
        if (sidePanelTarget(target.url())) await (await target.asPage()).close();
    },
    async openExtensionPage(path) {
      const page = await newPage();
      await page.goto(`${extensionOrigin}/${path}`);
      return { page, view: viewIn(page) };
    },
    async openedPage(ending) {
      const page = await findPage(browser, ending);
      return { page, view: viewIn(page) };
    },
    describe: () => describePages(browser),
    answerPermissionPrompt: null,
    async stopBackground() {
      const [page] = await browser.pages();
      const session = await page?.createCDPSession();
      if (session === undefined) throw new Error("no page to stop the worker from");
      const states = new Map<string, string>();
      // It is told even where a message on its way starts the next at once.
      const { promise: stopped, resolve } = Promise.withResolvers<void>();
      session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
        for (const { versionId, runningStatus } of versions) states.set(versionId, runningStatus);
        if (versions.some(({ runningStatus }) => runningStatus === "stopped")) resolve();
      });
      await session.send("ServiceWorker.enable");
      // Chromium waits for ever for a worker that is stopped while it starts, which it does to none by itself.
      await waitFor("the worker to have started", () =>
        states.values().every((state) => state !== "starting") ? true : null,
      );
      // It ends without a debugger attached, as in a user's browser.
      const workers = browser.targets().filter((target) => target.type() === "service_worker");
      for (const worker of workers)
        await (await worker.worker())?.client.detach().catch(() => undefined);
      await session.send("ServiceWorker.stopAllWorkers");
      await stopped;
      await session.detach();
    },
    async reinstall(extension) {
      await closePages(browser);
      await browser.uninstallExtension(extensionId());
      await browser.installExtension(extension);
      extensionOrigin = await originOfWorker();
    },
    close: () => browser.close(),
    async kill() {
      browser.process()?.kill("SIGKILL");
      await closed;
    },
  };
}

/** Sets what a user allows in the browser's list of extensions, which starts the extension anew. */
async function allowInPrivateWindows(browser: Browser, extensionId: string): Promise<void> {
  const page = await openPage(browser);
  await page.goto("chrome://extensions");
  await page.evaluate(async (id) => {
    const { developerPrivate } = (globalThis as unknown as { chrome: ExtensionList }).chrome;
    // Otherwise an extension that is not from a store does not start again.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
  }, extensionId);
  await waitFor("the extension in private windows", () =>
    page.evaluate(async (id) => {
      const { developerPrivate } = (globalThis as unknown as { chrome: ExtensionList }).chrome;
      const { state, incognitoAccess } = await developerPrivate.getExtensionInfo(id);
      return (state === "ENABLED" && incognitoAccess.isActive) || null;
    }, extensionId),
  );
  await page.close();
}

/** What Chromium's list of extensions asks of the browser. */
interface ExtensionList {
  readonly developerPrivate: {
    updateProfileConfiguration(change: { readonly inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(change: {
      readonly extensionId: string;
      readonly incognitoAccess: boolean;
    }): Promise<void>;
    getExtensionInfo(id: string): Promise<{
      readonly state: string;
      readonly incognitoAccess: { readonly isActive: boolean };
    }>;
  };
}

/** Closes each introduction that opens by itself, so that suites find no page of the extension. */
function closeIntroductions(browser: Browser): void {
  const closeIfSo = async (target: Target) => {
    if (!target.url().endsWith(INTRODUCTION)) return;
    const page = await target.page();
    await page?.close();
  };
  // It may be gone already.
  const close = (target: Target) => void closeIfSo(target).catch(() => undefined);
  browser.on("targetcreated", close);
  browser.on("targetchanged", close);
  browser.targets().forEach(close);
}
