import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { MINUTE } from "../../core/durations.ts";
import { driveBrowser } from "../../test/harness/drive-browser.ts";
import type { LocalWeb } from "../../test/harness/local-web.ts";
import { OptionsPage } from "../../test/harness/options-page.ts";
import { waitFor } from "../../test/harness/wait-for.ts";
import { editionShown } from "./edition-shown.ts";
import type { Edition } from "./editions.ts";

/** The outcome of a number of cycles: kill, reopen, close at once. */
export interface BrowserKillTally {
  cycles: number;
  /** How often the database was empty at the third start and was rebuilt; `taken` times because this script deleted it. */
  wiped: number;
  taken: number;
  /** Imports that a kill interrupted. */
  interrupted: number;
  /** A description of each cycle after which the data was not complete. */
  readonly losses: string[];
}

const NAME = "Torture";

/** Settings of a run of cycles. */
export interface BrowserKillRun {
  readonly web: LocalWeb;
  /** Folder of the browser profile that all cycles share. */
  readonly profile: string;
  readonly file: string;
  readonly replacement: string;
  readonly articles: number;
  readonly cycles: number;
  random(): number;
  onCycle?(tally: BrowserKillTally): void;
}

/**
 * Kills Chromium while an import runs, opens it again, closes it soon after, and checks at the next start that
 * the imported data is there. Chromium sometimes empties an extension's database in such a cycle. Every tenth
 * cycle deletes the database itself, so that a loss is tested in any case.
 */
export async function killBrowser(run: BrowserKillRun): Promise<BrowserKillTally> {
  const tally: BrowserKillTally = { cycles: 0, wiped: 0, taken: 0, interrupted: 0, losses: [] };
  const start = () => driveBrowser("chromium", run.web, { profile: run.profile });
  let browser = await start();
  let options = await OptionsPage.open(browser);
  await options.add(NAME, [run.file]);
  await browser.close();
  let kept: Edition = "first";
  for (; tally.cycles < run.cycles; tally.cycles++) {
    // First: an import runs, and the browser is killed.
    browser = await start();
    options = await OptionsPage.open(browser);
    const coming: Edition = kept === "first" ? "second" : "first";
    await options.stageReplacement(NAME, [coming === "first" ? run.file : run.replacement]);
    await options.press(".import-form button[type=submit]");
    await pause(run.random() * 700);
    await browser.kill();
    const isTaken = tally.cycles % 10 === 9;
    if (isTaken) tally.taken += takeDatabase(run.profile);
    // Second: the browser is opened again and closed at once.
    browser = await start();
    await pause(run.random() * 400);
    await browser.close();
    // Third: is the data there?
    browser = await start();
    options = await OptionsPage.open(browser);
    const status = await settled(options);
    if (status.notice === "rebuilt") {
      tally.wiped++;
      await options.ask({ type: "notice.dismiss" });
    }
    if (status.job !== null) {
      tally.interrupted++;
      await options.ask({ type: "import.discard" });
    }
    const shown = await editionShown(options, run.articles);
    const isNew = shown === coming && status.job === null;
    if (isNew) kept = coming;
    else if (shown !== kept)
      tally.losses.push(`cycle ${tally.cycles}: ${shown}, ${JSON.stringify(status)}`);
    await browser.close();
    run.onCycle?.(tally);
  }
  return tally;
}

/** Deletes the extension's database from the profile of a browser that is not running. */
function takeDatabase(profile: string): number {
  const folder = join(profile, "Default", "IndexedDB");
  const databases = readdirSync(folder).filter((name) => name.startsWith("chrome-extension_"));
  for (const name of databases) rmSync(join(folder, name), { recursive: true });
  return databases.length > 0 ? 1 : 0;
}

/** The status once no build is running. */
function settled(options: OptionsPage) {
  return waitFor(
    "the rebuild",
    async () => {
      const status = await options.status();
      const isBuilding =
        status.job?.state === "running" ||
        status.dataSets.some(({ health }) => health === "rebuilding");
      return isBuilding ? null : status;
    },
    MINUTE,
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
