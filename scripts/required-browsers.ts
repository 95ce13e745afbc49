import { requireBrowsers } from "../test/harness/installed-browsers.ts";

/** Ends the program where a browser is missing and cannot be installed: that is an error, never a skip. */
export function requireBrowsersOrExit(): void {
  try {
    requireBrowsers(["chromium", "firefox"]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
