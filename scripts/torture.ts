import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { driveBrowser } from "../test/harness/drive-browser.ts";
import { requireBrowsers } from "../test/harness/installed-browsers.ts";
import { startLocalWeb } from "../test/harness/local-web.ts";
import { runTool } from "./tools/run-tool.ts";
import { writeEdition } from "./torture/editions.ts";
import { type BrowserKillTally, killBrowser } from "./torture/kill-browser.ts";
import { type KillTally, killDuringImports } from "./torture/kill-worker.ts";
import { IDLE_MS, importLongerThanIdle, type LongImport } from "./torture/outlast-idle.ts";
import { seededRandom } from "./torture/random.ts";

// npm run torture: kills the worker and the browser in the middle of imports, again and again, and
// counts what was lost; then an import longer than the browser lets a worker idle. With --markdown
// FILE the result is written down.
const ARTICLES = 20_000;
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "1000" },
    "browser-kills": { type: "string", default: "60" },
    long: { type: "string", default: "4500000" },
    seed: { type: "string", default: "1" },
    markdown: { type: "string" },
  },
});
const kills = Number(values.kills);
const cycles = Number(values["browser-kills"]);
const long = Number(values.long);

requireBrowsers(["chromium"]);
const { ok, output } = await runTool("wxt", ["build"]);
if (!ok) throw new Error(output);
const folder = mkdtempSync(join(tmpdir(), "torture-"));
const web = await startLocalWeb(() => undefined);
try {
  const files = {
    first: writeEdition(folder, "first", ARTICLES),
    second: writeEdition(folder, "second", ARTICLES),
  };
  const random = seededRandom(Number(values.seed));
  const worker = await tortureWorker();
  const browser = await tortureBrowser();
  const outlasted = await importLongerThanIdle(writeEdition(folder, "first", long), long);
  const report = describe(worker, browser, outlasted);
  console.log(report);
  if (values.markdown !== undefined) writeFileSync(values.markdown, report);
  const isLost = worker.losses.length + browser.losses.length > 0 || !isOutlasted(outlasted);
  if (isLost) process.exitCode = 1;

  async function tortureWorker(): Promise<KillTally> {
    const driven = await driveBrowser("chromium", web);
    try {
      return await killDuringImports({
        browser: driven,
        files,
        articles: ARTICLES,
        kills,
        random,
        onKill: (tally) => {
          if (tally.kills % 50 === 0)
            console.log(
              `${tally.kills} kills: ${tally.old} left the old state, ${tally.new} the new one, ${tally.losses.length} lost`,
            );
        },
      });
    } finally {
      await driven.close();
    }
  }

  function tortureBrowser(): Promise<BrowserKillTally> {
    return killBrowser({
      web,
      profile: join(folder, "profile"),
      file: files.first,
      replacement: files.second,
      articles: ARTICLES,
      cycles,
      random,
      onCycle: (tally) => {
        if ((tally.cycles + 1) % 10 === 0)
          console.log(
            `${tally.cycles + 1} cycles: database lost in ${tally.wiped} (taken in ${tally.taken}), ${tally.losses.length} lost`,
          );
      },
    });
  }
} finally {
  await web.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Whether the import took longer than a worker may idle, and its articles are there. */
function isOutlasted({ took, isStoppedWhenIdle, shown }: LongImport): boolean {
  return (took ?? 0) > IDLE_MS && isStoppedWhenIdle && shown === "first";
}

function describe(worker: KillTally, browser: BrowserKillTally, outlasted: LongImport): string {
  const { took, isStoppedWhenIdle, shown } = outlasted;
  return `# Torture

\`npm run torture -- --kills ${kills} --browser-kills ${cycles} --long ${long} --seed ${values.seed}\`, on ${new Date().toISOString().slice(0, 10)}, Chromium, ${ARTICLES.toLocaleString("en")} made-up articles in two editions that replace each other.

| what | times | old state, whole | new state, whole | lost |
|---|---|---|---|---|
| the background worker killed at a random moment of an import | ${worker.kills} | ${worker.old} | ${worker.new} | ${worker.losses.length} |

After each kill 12 articles from all over the data set are looked up; they must all be of one edition, and the job must be gone (new) or offered to be resumed (old). One in ten interrupted imports is discarded, the others are resumed.

| what | times | import cut short | database found empty | of these taken away by the script | lost |
|---|---|---|---|---|---|
| Chromium killed in the middle of an import, opened, closed within 0.4 s, opened | ${browser.cycles} | ${browser.interrupted} | ${browser.wiped} | ${browser.taken} | ${browser.losses.length} |

Every tenth cycle the script takes the database out of the profile itself, so that there is a loss to notice whatever the browser does. A loss is found when the reader was told and the index was built anew from the kept source; ${browser.losses.length === 0 ? "each was" : "not each was, see below"}.

| what | articles | from the click to the end | worker stopped when it had nothing to do | shown then |
|---|---|---|---|---|
| an import with no page of the extension open and no debugger attached | ${long.toLocaleString("en")} | ${took === null ? "did not end" : `${Math.round(took / 1000)} s`} | ${isStoppedWhenIdle ? "yes" : "no"} | ${shown === "first" ? "all of it" : shown} |

Chromium stops a background worker after ${IDLE_MS / 1000} s without a call of the extension's interfaces; an import tells of its progress by such calls.
${[...worker.losses, ...browser.losses].map((loss) => `\n- ${loss}`).join("")}`;
}
