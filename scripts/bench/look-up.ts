import { fileURLToPath } from "node:url";
import { build } from "vite";
import { driveBrowser } from "../../test/harness/drive-browser.ts";
import type { DrivenBrowser, View } from "../../test/harness/driven-browser.ts";
import { startLocalWeb } from "../../test/harness/local-web.ts";
import { waitFor } from "../../test/harness/wait-for.ts";
import { runTool } from "../tools/run-tool.ts";
import { type Benchmark, median, rounded } from "./benchmark.ts";
import type { InBrowserTimes } from "./look-up-in-browser.ts";

const ADDRESS = "https://futurism.com/ukraine-facial-recognition-russian-photos";
const ROUNDS = 31;

/** Look-ups in the bundled data set, compared with one bare read of its file in the same run. */
export const lookUpBenchmark: Benchmark = {
  what: `look-up of a known page in the bundled data set, median of ${ROUNDS}, as a ratio to one bare read of its file`,
  async run() {
    const code = await bundle();
    const rows = [];
    for (const name of ["chromium", "firefox"] as const) {
      const { ok, output } = await runTool("wxt", [
        "build",
        "-b",
        name === "chromium" ? "chrome" : name,
      ]);
      if (!ok) throw new Error(output);
      const web = await startLocalWeb(() => undefined);
      const browser = await driveBrowser(name, web);
      try {
        rows.push(...(await measure(browser, code)));
      } finally {
        await browser.close();
        await web.close();
      }
    }
    const notes = [
      "“in a page”: the extension's own look-up and file, run in an extension page, without messages.",
      "“asked by message”: from a view to the background and back. “Cold” means that the worker was stopped, so the browser's time to start it is included.",
    ];
    return { rows, notes, missed: [] };
  },
};

async function measure(browser: DrivenBrowser, code: string) {
  const { page, view } = await browser.openExtensionPage("options.html");
  await waitFor("the index", () => askForCoverage(view).then(() => true));
  const inPage = await view.run(
    (_document, source, address, rounds) => {
      const run = new Function(`${source}; return benchmark`)() as {
        measureLookUps(address: string, rounds: number): Promise<InBrowserTimes>;
      };
      return run.measureLookUps(address, rounds);
    },
    code,
    ADDRESS,
    ROUNDS,
  );
  const warm = [];
  const cold = [];
  for (let round = 0; round < ROUNDS; round++) warm.push(await askForCoverage(view));
  for (let round = 0; round < ROUNDS; round++) {
    await browser.stopBackground();
    cold.push(await askForCoverage(view));
  }
  await page.close();
  const read = median(inPage.bareRead);
  const row = (what: string, times: readonly number[], blocks: number | null) => ({
    browser: browser.name,
    what,
    "median, ms": rounded(median(times), 3),
    ratio: rounded(median(times) / read, 1),
    blocks,
  });
  return [
    row("one bare read", inPage.bareRead, 1),
    row("warm, in a page", inPage.warm, inPage.warmBlocks),
    row("cold, in a page: database just opened", inPage.cold, inPage.coldBlocks),
    row("warm, asked by message", warm, null),
    row("cold, asked by message: worker stopped", cold, null),
  ];
}

/** Time from the question to the answer, ms; throws if it is not the article's answer. */
function askForCoverage(view: View): Promise<number> {
  return view.run(async (_document, url) => {
    const scope = globalThis as unknown as { browser?: Sender; chrome: Sender };
    const start = performance.now();
    const answer = await (scope.browser ?? scope.chrome).runtime.sendMessage({
      type: "coverage.ofTab",
      tab: 999_999,
      url,
      claims: [],
      statement: null,
    });
    const elapsed = performance.now() - start;
    if (answer.value?.coverage.kind !== "article") throw new Error(JSON.stringify(answer));
    return elapsed;
  }, ADDRESS);
}

interface Sender {
  runtime: {
    sendMessage(message: unknown): Promise<{ value?: { coverage: { kind: string } } }>;
  };
}

/** The measuring code as one script that defines `benchmark`. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL("look-up-in-browser.ts", import.meta.url)),
        formats: ["iife"],
        name: "benchmark",
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !("output" in output)) throw new Error("nothing was bundled");
  return output.output[0].code;
}
