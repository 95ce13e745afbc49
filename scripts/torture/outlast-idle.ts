import puppeteer, { type Browser } from "puppeteer-core";
import { builtExtension } from "../../test/harness/drive-browser.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { requireBrowsers } from "../../test/harness/installed-browsers.ts";
import { OptionsPage } from "../../test/harness/options-page.ts";
import { viewIn } from "../../test/harness/view.ts";
import { editionShown } from "./edition-shown.ts";

/** Chromium stops a background worker that has called no extension API for this long, ms. */
export const IDLE_MS = 30_000;
/** An import handles at least this many articles a second. */
const SLOWEST = 20_000;

/** The outcome of an import that takes longer than the browser lets a worker idle. */
export interface LongImport {
  /** From the click to the new index, ms; `null` when the import did not end. */
  readonly took: number | null;
  /** Whether the browser stopped the worker once it was idle: if not, the test proved nothing. */
  readonly isStoppedWhenIdle: boolean;
  /** The edition that look-ups show. */
  readonly shown: string;
}

/**
 * Imports in Chromium with no page of the extension open. A debugger keeps a worker alive, so the driver
 * disconnects during the import. If the browser stopped the worker, the import would be left interrupted.
 */
export async function importLongerThanIdle(file: string, articles: number): Promise<LongImport> {
  const browser = await launch();
  const endpoint = browser.wsEndpoint();
  let clicked = 0;
  try {
    const begun = await openOptions(browser);
    await begun.chooseFiles(file);
    await begun.waitForPanel("Before it is added", (articles / SLOWEST) * 1000);
    await begun.nameIt("Long");
    await begun.confirm("toolbar");
    clicked = Date.now();
    await begun.waitForPanel("Adding");
    await begun.close();
  } finally {
    await browser.disconnect();
  }
  await pause((articles / SLOWEST) * 1000 + IDLE_MS + 5000);
  const later = await puppeteer.connect({ browserWSEndpoint: endpoint });
  try {
    const isStoppedWhenIdle = !later.targets().some((target) => target.type() === "service_worker");
    const options = await openOptions(later);
    const { job, dataSets } = await options.status();
    const added = dataSets.find(({ info }) => info.name === "Long");
    return {
      took: job === null && added !== undefined ? (added.builtAt ?? 0) - clicked : null,
      isStoppedWhenIdle,
      shown: await editionShown(options, articles),
    };
  } finally {
    await later.close();
  }
}

/** Chromium that runs without a driver: other drivers hold a pipe, and closing it ends the browser. */
function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: requireBrowsers(["chromium"]).chromium,
    headless: true,
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      `--load-extension=${builtExtension("chromium")}`,
      // Chromium offers no sandbox to root, and a container often runs as root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}

async function openOptions(browser: Browser): Promise<OptionsPage> {
  const openExtensionPage: DrivenBrowser["openExtensionPage"] = async (path) => {
    const [extension] = await browser.extensions();
    if (extension === undefined) throw new Error("the extension is not installed");
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${extension[0]}/${path}`);
    return { page, view: viewIn(page) };
  };
  return OptionsPage.open({ openExtensionPage, answerPermissionPrompt: null });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
