import { requireBrowsers } from "../test/harness/installed-browsers.ts";
import { runTool } from "./tools/run-tool.ts";

// npm run dev [-- firefox]: WXT's development server. The extension reloads when its source or data
// changes. Without a display no window opens; the unpacked extension is in .output/.
const name = process.argv.includes("firefox") ? "firefox" : "chromium";
const env = { [`${name.toUpperCase()}_PATH`]: requireBrowsers([name])[name] };
await runTool("wxt", ["-b", name === "firefox" ? "firefox" : "chrome"], { show: true, env });
