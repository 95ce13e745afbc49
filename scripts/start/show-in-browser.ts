import { mkdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { type DriveOptions, driveBrowser } from "../../test/harness/drive-browser.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import type { BrowserName } from "../../test/harness/installed-browsers.ts";
import type { LocalWeb } from "../../test/harness/local-web.ts";
import { ROOT } from "../tools/run-tool.ts";

const hasDisplay =
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);

/**
 * Runs `show` in a browser with the extension. If there is a display, the browser has a window, which stays open
 * until somebody closes it, unless `show` returns `false`: there is nothing to see.
 *
 * @param web stand-in servers, closed at the end; `null` for the real network
 */
export async function showInBrowser(
  name: BrowserName,
  web: LocalWeb | null,
  show: (browser: DrivenBrowser) => Promise<boolean>,
  options: DriveOptions = {},
): Promise<boolean> {
  console.log(`Starting ${name}${hasDisplay ? "" : " without a window"}…`);
  const browser = await driveBrowser(name, web, { ...options, headless: !hasDisplay });
  let isShown = false;
  try {
    isShown = await show(browser);
  } finally {
    if (isShown && hasDisplay) await stayOpen(browser);
    else await browser.close();
    await web?.close();
  }
  return isShown;
}

async function stayOpen(browser: DrivenBrowser): Promise<void> {
  console.log("The window stays open; close it or press Ctrl+C to end.");
  await browser.closed;
}

/** Saves a picture of a page, or of a part of it, as `artifacts/NAME.png` and prints its path. */
export async function saveScreenshot(of: Page | ElementHandle, name: string): Promise<void> {
  const file = join(ROOT, "artifacts", `${name}.png`);
  await mkdir(dirname(file), { recursive: true });
  await of.screenshot({ path: file as `${string}.png` });
  console.log(`Screenshot: ${relative(process.cwd(), file)}`);
}
