import { runTool } from "./tools/run-tool.ts";

// npm run build: the extension for Chrome and for Firefox, in .output/.
for (const browser of ["chrome", "firefox"]) {
  const { ok } = await runTool("wxt", ["build", "-b", browser], { show: true });
  if (!ok) process.exit(1);
}
