import { runTool } from "./tools/run-tool.ts";

// npm run zip: the packages for the stores, and the sources that Firefox's reviewers ask for.
for (const browser of ["chrome", "firefox"]) {
  const { ok } = await runTool("wxt", ["zip", "-b", browser], { show: true });
  if (!ok) process.exit(1);
}
