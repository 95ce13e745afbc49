import { resolve } from "node:path";
import { type BrowserName, requireBrowsers } from "../../test/harness/installed-browsers.ts";
import { runTool } from "../tools/run-tool.ts";

/**
 * Builds the extension for a browser. Installs the browser first if it is missing and that is possible.
 *
 * @param path articles to bundle instead of `data/`
 * @throws Error with the build's output
 */
export async function buildExtension(name: BrowserName, path?: string): Promise<void> {
  requireBrowsers([name]);
  console.log(`Building for ${name}…`);
  const target = name === "chromium" ? "chrome" : "firefox";
  const env = path === undefined ? {} : { SECOND_SOURCE_ARTICLES: resolve(path) };
  const { ok, output } = await runTool("wxt", ["build", "-b", target], { env });
  if (!ok) throw new Error(output);
}
