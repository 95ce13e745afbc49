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

// npm run torture: kills the worker and the browser in the middle of imports, again and again, and counts
// what was lost. Then it runs an import that takes longer than the browser lets a worker idle. With
// --markdown FILE it writes the result down.
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
        name: "Torture",
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

/** Whether the import took longer than a worker may idle and its articles are there. */
function isOutlasted({ took, isStoppedWhenIdle, shown }: LongImport): boolean {
  return (took ?? 0) > IDLE_MS && isStoppedWhenIdle && shown === "first";
}

function describe(worker: KillTally, browser: BrowserKillTally, outlasted: LongImport): string {
  const { took, isStoppedWhenIdle, shown } = outlasted;
  return `# Torture

What the browser may do to the extension in the middle of an import, and what is lost by it.

\`npm run torture -- --kills ${kills} --browser-kills ${cycles} --long ${long} --seed ${values.seed}\`, on ${new Date().toISOString().slice(0, 10)}, Chromium,
with ${ARTICLES.toLocaleString("en")} made-up articles in two editions that replace each other.

## The background worker is killed

| what | times | old edition, complete | new edition, complete | lost |
|---|---|---|---|---|
| the worker is killed at a random moment of an import | ${worker.kills} | ${worker.old} | ${worker.new} | ${worker.losses.length} |

After each kill, 12 articles from all over the data set are looked up. They must all be of one edition. The import must be
finished (new edition) or offered to be resumed (old edition). One in ten interrupted imports is discarded, the others are
resumed.

## The browser is killed

| what | times | import interrupted | database found empty | of these emptied by the script | lost |
|---|---|---|---|---|---|
| Chromium is killed in the middle of an import, opened, closed within 0.4 s, opened again | ${browser.cycles} | ${browser.interrupted} | ${browser.wiped} | ${browser.taken} | ${browser.losses.length} |

In every tenth cycle the script itself deletes the database from the profile, so that a loss is tested whatever the browser
does. A loss counts as repaired when the user was told and the index was built again from the stored source. ${browser.losses.length === 0 ? "All were." : "Not all were, see below."}

## An import takes longer than a worker may idle

| what | articles | from the click to the end | worker stopped once it was idle | shown afterwards |
|---|---|---|---|---|
| an import with no page of the extension open and no debugger attached | ${long.toLocaleString("en")} | ${took === null ? "did not end" : `${Math.round(took / 1000)} s`} | ${isStoppedWhenIdle ? "yes" : "no"} | ${shown === "first" ? "all of it" : shown} |

Chromium stops a background worker after ${IDLE_MS / 1000} s without a call of an extension API. An import makes such calls to report its progress.
${[...worker.losses, ...browser.losses].map((loss) => `\n- ${loss}`).join("")}`;
}
