import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editionShown } from "../../../scripts/torture/edition-shown.ts";
import { writeEdition } from "../../../scripts/torture/editions.ts";
import { driveBrowser } from "../../harness/drive-browser.ts";
import type { DrivenBrowser } from "../../harness/driven-browser.ts";
import { type LocalWeb, startLocalWeb } from "../../harness/local-web.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { waitFor } from "../../harness/wait-for.ts";

const ARTICLES = 20_000;
const files = mkdtempSync(join(tmpdir(), "editions-"));
const disk = mkdtempSync(join(tmpdir(), "small-disk-"));
const isMounted =
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=200m", "tmpfs", disk]).status === 0;
if (!isMounted) console.warn("No small disk can be mounted here: the full-disk tests are skipped.");
afterAll(() => {
  if (isMounted) spawnSync("umount", ["-l", disk]);
  rmSync(disk, { recursive: true, force: true });
  rmSync(files, { recursive: true });
});

const filler = join(disk, "filler");

/** Fills the disk up to so many bytes. */
function fillDisk(left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const file = openSync(filler, "a");
  const chunk = new Uint8Array(65_536);
  for (let rest = bavail * bsize - left; rest > 0; rest -= chunk.length)
    writeSync(file, chunk, 0, Math.min(rest, chunk.length));
  closeSync(file);
}

describe.skipIf(!isMounted)("on a disk that fills up", () => {
  let browser: DrivenBrowser;
  let web: LocalWeb;
  let options: OptionsPage;
  const paths = {
    first: writeEdition(files, "first", ARTICLES),
    second: writeEdition(files, "second", ARTICLES),
  };
  beforeAll(async () => {
    web = await startLocalWeb(() => undefined);
    browser = await driveBrowser("chromium", web, { profile: join(disk, "profile") });
    options = await OptionsPage.open(browser);
    await options.add("News", [paths.first]);
    // Else they would take room while the tests count it.
    await options.waitForStories();
    // What they leave is given back a moment later.
    await new Promise((resolve) => setTimeout(resolve, 3000));
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
  });

  test("reading ends with a clear word, leaves nothing behind, and what was there answers", async () => {
    fillDisk(0);
    await options.chooseFiles(paths.second);
    expect(await options.waitForPanel("There was not enough room")).toContain("Free some space");
    expect(await editionShown(options, ARTICLES)).toBe("first");
    rmSync(filler);
    await options.pressButton("Close", ".panel");
  });

  test("an import ends with a clear word, the old state answers, and it goes on when there is room", async () => {
    await options.stageReplacement("News", [paths.second]);
    fillDisk(0);
    await options.press(".import-form button[type=submit]");
    expect(await options.waitForPanel("There is not enough room")).toContain("Free some space");
    expect(await editionShown(options, ARTICLES)).toBe("first");
    rmSync(filler);
    await options.pressButton("Try again", ".panel");
    await waitFor("the second edition", async () =>
      (await editionShown(options, ARTICLES)) === "second" ? true : null,
    );
    await options.waitUntilAdded("News");
  });
});
