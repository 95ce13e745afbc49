import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editionShown } from "../../../scripts/torture/edition-shown.ts";
import { writeEdition } from "../../../scripts/torture/editions.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { useBrowser } from "../session.ts";

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

/** Fills the disk to the last byte, until the browser gives nothing back any more of what it had done with. */
async function fillDisk(): Promise<void> {
  const file = openSync(filler, "a");
  const chunk = new Uint8Array(65_536);
  for (let quietRounds = 0; quietRounds < 10; quietRounds++) {
    const { bavail, bsize } = statfsSync(disk);
    if (bavail > 0) quietRounds = 0;
    try {
      for (let rest = bavail * bsize; rest > 0; rest -= chunk.length)
        writeSync(file, chunk, 0, Math.min(rest, chunk.length));
    } catch (error) {
      // The browser has taken some of the room in the meantime.
      if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    }
    await pause(100);
  }
  closeSync(file);
}

describe.skipIf(!isMounted)("on a disk that fills up", () => {
  const session = useBrowser(() => undefined, { profile: join(disk, "profile") });
  let options: OptionsPage;
  const paths = {
    first: writeEdition(files, "first", ARTICLES),
    second: writeEdition(files, "second", ARTICLES),
  };
  beforeAll(async () => {
    options = await OptionsPage.open(session.browser);
    await options.add("News", [paths.first]);
    await options.waitForStories();
  });

  test("reading ends with a clear message, leaves nothing behind, and the existing data sets answer", async () => {
    await fillDisk();
    await options.chooseFiles(paths.second);
    expect(await options.waitForPanel("There was not enough room")).toContain("Free some space");
    expect(await editionShown(options, ARTICLES)).toBe("first");
    rmSync(filler);
    await options.pressButton("Close", ".panel");
  });

  test("an import ends with a clear message, the old data set answers, and the import can be resumed when there is space", async () => {
    await options.stageReplacement("News", [paths.second]);
    await fillDisk();
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
