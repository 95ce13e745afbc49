import { builtExtension } from "../../test/harness/drive-browser.ts";
import { weighEntries } from "../build/size-budget.ts";
import { runTool } from "../tools/run-tool.ts";
import type { Benchmark } from "./benchmark.ts";

/** The size of each entry of both builds, with everything it loads. */
export const sizeBenchmark: Benchmark = {
  what: "bytes of each entry with everything it loads (gzip level 9); the build fails over budget",
  async run() {
    const rows = [];
    for (const [browser, target] of [
      ["chromium", "chrome"],
      ["firefox", "firefox"],
    ] as const) {
      const { ok, output } = await runTool("wxt", ["build", "-b", target]);
      if (!ok) throw new Error(output);
      for (const size of weighEntries(builtExtension(browser))) rows.push({ browser, ...size });
    }
    const missed = rows
      .filter(({ gzip, budget }) => budget !== null && gzip > budget)
      .map(({ browser, entry, gzip, budget }) => `${browser} ${entry}: ${gzip} of ${budget} bytes`);
    return { rows, notes: [], missed };
  },
};
