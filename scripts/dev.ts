import { requireBrowsers } from "../test/harness/installed-browsers.ts";
import { runTool } from "./tools/run-tool.ts";

// npm run dev [-- firefox]: WXT's development server. The extension reloads as its source or data
// change; without a display no window opens, and the unpacked extension is in .output/.
const name = process.argv.includes("firefox") ? "firefox" : "chromium";
const env = { [`${name.toUpperCase()}_PATH`]: requireBrowsers([name])[name] };
await runTool("wxt", ["-b", name === "firefox" ? "firefox" : "chrome"], { show: true, env });
