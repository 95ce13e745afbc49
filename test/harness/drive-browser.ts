import { fileURLToPath } from "node:url";
import { startChromium } from "./chromium.ts";
import type { DrivenBrowser, StartOptions } from "./driven-browser.ts";
import { startFirefox } from "./firefox.ts";
import { type BrowserName, requireBrowsers } from "./installed-browsers.ts";
import type { LocalWeb } from "./local-web.ts";

/** How a browser is started; by default with the built extension, without a window. */
export type DriveOptions = Partial<Omit<StartOptions, "program" | "proxyPort">>;

/** Starts a browser on `web` (`null`: the real network); installs it first where it is missing and that is possible. */
export async function driveBrowser(
  name: BrowserName,
  web: LocalWeb | null,
  options: DriveOptions = {},
): Promise<DrivenBrowser> {
  const program = requireBrowsers([name])[name];
  const start = name === "chromium" ? startChromium : startFirefox;
  return start({
    extension: builtExtension(name),
    headless: true,
    ...options,
    program,
    proxyPort: web?.proxyPort ?? null,
  });
}

/** Where the build puts the extension for a browser. */
export function builtExtension(name: BrowserName): string {
  const folder = name === "chromium" ? "chrome-mv3" : "firefox-mv3";
  return fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url));
}
