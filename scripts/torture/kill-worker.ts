import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { OptionsPage } from "../../test/harness/options-page.ts";
import { waitFor } from "../../test/harness/wait-for.ts";
import { editionShown } from "./edition-shown.ts";
import type { Edition } from "./editions.ts";

/** The outcome of a number of kills. */
export interface KillTally {
  kills: number;
  /** The import was interrupted, and the previous edition was complete. */
  old: number;
  /** The import had just finished, and its edition was complete. */
  new: number;
  /** A description of each kill after which neither edition was complete. */
  readonly losses: string[];
}

/**
 * A kill that came too late makes the next ones earlier, a kill that came in time makes them later. On a machine
 * of any speed, most happen while the import runs.
 */
const SHORTER = 0.5;
const LONGER = 1.1;

/** Settings of a run of kills. */
export interface KillRun {
  readonly browser: DrivenBrowser;
  /** The data set that is imported, which is new. */
  readonly name: string;
  /** The file of each edition; both have `articles` articles. */
  readonly files: Readonly<Record<Edition, string>>;
  readonly articles: number;
  readonly kills: number;
  /** 0 ≤ x < 1, seeded. */
  random(): number;
  onKill?(tally: KillTally): void;
}

/**
 * Kills the background worker at random moments while imports run. After each kill it checks that the old or the
 * new edition is complete and that look-ups work. Most interrupted imports are resumed, some are discarded. When
 * an import finishes, the next one replaces the data set by the other edition.
 */
export async function killDuringImports(run: KillRun): Promise<KillTally> {
  const { browser, name, files, articles, kills, random } = run;
  const options = await OptionsPage.open(browser);
  const tally: KillTally = { kills: 0, old: 0, new: 0, losses: [] };
  await options.add(name, [files.first]);
  await startReplacement(options, name, files.second);
  const started = Date.now();
  await options.waitUntilAdded(name);
  /** About how long an import takes, ms: after this it can no longer be killed. */
  let length = Date.now() - started;
  let kept: Edition = "second";
  let coming: Edition = "first";
  while (tally.kills < kills) {
    if ((await options.status()).job === null) {
      coming = kept === "first" ? "second" : "first";
      await startReplacement(options, name, files[coming]);
    } else if (random() < 0.1) {
      await options.ask({ type: "import.discard" });
      continue;
    } else await options.ask({ type: "import.resume" });
    await new Promise((resolve) => setTimeout(resolve, random() * length));
    await browser.stopBackground();
    tally.kills++;
    const { job, dataSets } = await options.status();
    const shown = await editionShown(options, articles);
    if (job === null && shown === coming) {
      tally.new++;
      kept = coming;
      length *= SHORTER;
    } else if (job?.state === "interrupted" && shown === kept) {
      tally.old++;
      length *= LONGER;
    } else tally.losses.push(`kill ${tally.kills}: ${shown}, ${JSON.stringify({ job, dataSets })}`);
    run.onKill?.(tally);
  }
  if ((await options.status()).job !== null) await options.ask({ type: "import.discard" });
  await options.close();
  return tally;
}

/** Stages a file as the data set's replacement and starts its import. */
async function startReplacement(options: OptionsPage, name: string, file: string): Promise<void> {
  await options.stageReplacement(name, [file]);
  await options.press(".import-form button[type=submit]");
  await waitFor("the form to close", async () =>
    (await options.has(".import-form")) ? null : true,
  );
}
