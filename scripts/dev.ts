import { requireBrowsers } from "./browser/installed-browsers.ts";
import { runTool } from "./tools.ts";

// npm run dev: WXT's development server; the extension reloads as its source or data change.
requireBrowsers([process.argv.includes("firefox") ? "firefox" : "chromium"]);
const browser = process.argv.includes("firefox") ? "firefox" : "chrome";
await runTool("wxt", ["-b", browser], { show: true });
