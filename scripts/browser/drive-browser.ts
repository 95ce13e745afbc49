import { fileURLToPath } from "node:url";
import { startChromium } from "./chromium.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { startFirefox } from "./firefox.ts";
import { type BrowserName, requireBrowsers } from "./installed-browsers.ts";
import type { LocalWeb } from "./local-web.ts";

export interface DriveOptions {
  /** Folder of the built extension; default the one `npm run build` makes. */
  readonly extension?: string;
  readonly headless?: boolean;
  /** Where the browser keeps its profile; default a temporary one. */
  readonly profile?: string;
}

/** Starts a browser on `web` (`null`: the real network); installs it first where it is missing and that is possible. */
export async function driveBrowser(
  name: BrowserName,
  web: LocalWeb | null,
  { extension = builtExtension(name), headless = true, profile }: DriveOptions = {},
): Promise<DrivenBrowser> {
  const program = requireBrowsers([name])[name];
  const start = name === "chromium" ? startChromium : startFirefox;
  return start({ program, extension, headless, profile, proxyPort: web?.proxyPort ?? null });
}

/** Where the build puts the extension for a browser. */
export function builtExtension(name: BrowserName): string {
  const folder = name === "chromium" ? "chrome-mv3" : "firefox-mv3";
  return fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url));
}
