import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { liveOutlet } from "../../test/fixtures/live-outlets.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { OptionsPage } from "../../test/harness/options-page.ts";
import { waitFor } from "../../test/harness/wait-for.ts";
import { SHOTS, shootAll, unfold } from "./shoot.ts";

/** Writes a file beside the pictures, and returns its path. */
async function written(name: string, text: string): Promise<string> {
  const path = join(SHOTS, name);
  await writeFile(path, text);
  return path;
}

/** The options page, and the steps of an import there. */
export async function shootOptions(browser: DrivenBrowser): Promise<void> {
  const options = await OptionsPage.open(browser);
  const { page } = options;
  const shootState = (state: string) =>
    shootAll(page, `options-${state}`, { schemes: ["light", "dark"], isFullPage: true });
  await shootState("list");
  const rows = Array.from({ length: 9 }, (_, i) => `Ferry ${i},https://site-${i}.example/a,Radio`);
  await options.chooseFiles(await written("table.csv", ["Words,Where,Paper", ...rows].join("\n")));
  await options.waitForPanel("table.csv");
  await shootState("columns");
  await options.pressButton("Cancel", ".import-form");
  const table = await written(
    "harbour.csv",
    ["title,url,publisher", ...rows, "Nowhere,ftp://nowhere,Radio"].join("\n"),
  );
  await options.chooseFiles(table);
  await options.waitForPanel("cannot be used");
  await unfold(page);
  await shootState("summary");
  await options.confirm("toolbar");
  await options.waitForToast("has been added");
  await unfold(page);
  await shootState("added");
  await options.pressButton("Delete", ".data-set-card");
  await waitFor("the data set to be deleted", async () =>
    (await options.has(".deleted-data-set")) ? true : null,
  );
  await shootState("deleted");
  await options.importCorrections(await written("corrections.json", correctionsFile()));
  await options.waitForToast("have been added");
  await shootState("corrections");
  await options.close();
}

interface Asks {
  readonly permissions: {
    request(wanted: unknown, respond: (isGranted: boolean) => void): void;
  };
}

/** What a file with everything would change, what came of it, and "Delete everything" with its question and result. */
export async function shootBackup(browser: DrivenBrowser): Promise<void> {
  const options = await OptionsPage.open(browser);
  const { page } = options;
  const shootPrivacy = (state: string) => shootAll(page, `backup-${state}`, { part: "#privacy" });
  await shootPrivacy("none");
  const open = async (name: string, text: string) => {
    const input = await waitFor("the file button", () => page.$(".backup input[type=file]"));
    const upload = input as unknown as { uploadFile(path: string): Promise<void> };
    await upload.uploadFile(await written(name, text));
  };
  await open("notes.json", "{}");
  await page.waitForSelector(".backup .error:not(:empty)");
  await shootPrivacy("refused");
  await open("second-source-2026-11-30.json", backupFile());
  await options.waitForPanel("Nothing that you have is deleted.");
  await unfold(page);
  await shootPrivacy("review");
  // The user does not allow the sites of the outlets.
  await page.evaluate(() => {
    const { permissions } = (globalThis as unknown as { chrome: Asks }).chrome;
    permissions.request = (_, respond) => respond(false);
  });
  await options.pressButton("Import", ".backup");
  await options.waitForToast("has been imported.");
  await shootAll(page, "backup-imported", { isFullPage: true });
  await options.pressButton("Delete everything…", "#privacy");
  await shootPrivacy("delete-asked");
  await options.pressButton("Delete", "#privacy");
  await options.waitForToast("Deleted:");
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await shootAll(page, "backup-deleted");
  await options.close();
}

function correctionsFile(): string {
  const pairs = Array.from({ length: 3 }, (_, i) => ({
    page: "https://harbour.example/ferry-returns",
    article: `https://outlet${i}.example/storm/1`,
    pageTitle: "The ferry returns",
    articleTitle: i === 0 ? "" : "Storm makes landfall",
    at: `2026-05-0${i + 2}T12:00:00Z`,
  }));
  return JSON.stringify({ format: "second-source-corrections", version: 1, pairs });
}

/** A file with everything of another device, where one outlet cannot be used. */
function backupFile(): string {
  const outlets = Array.from({ length: 9 }, (_, i) => {
    const { name, domains, feed, country, language } = liveOutlet(`Outlet ${i + 1}`, 0);
    return { name, domains, feed: i === 4 ? "ftp://nowhere" : feed, country, language };
  });
  const { pairs } = JSON.parse(correctionsFile());
  return JSON.stringify({
    format: "second-source-backup",
    version: 1,
    written: "2026-11-30T12:00:00Z",
    settings: { sidebar: "tab", liveDays: 90, sitesOff: ["off.example", "away.example"] },
    ...{ outlets, corrections: pairs, follows: [], published: [] },
    dataSets: [
      {
        id: "archive",
        name: "Harbour archive",
        ...{ description: "", licence: "CC0", source: "", access: "toolbar" },
      },
    ],
  });
}
