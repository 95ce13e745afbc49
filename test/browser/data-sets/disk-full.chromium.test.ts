import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editionShown } from "../../../scripts/torture/edition-shown.ts";
import { writeEdition } from "../../../scripts/torture/editions.ts";
import { record } from "../../fixtures/records.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { MANIFEST_ADDRESS, publishedDay } from "../../platform/publisher.ts";
import { useBrowser } from "../session.ts";
import { PublishedSection } from "./published-section.ts";
import { PublisherServer } from "./publisher-server.ts";

const ARTICLES = 3000;
/** Bytes of an article: all of them are far more than what the browser may still clear up on a slow machine. */
const WEIGHT = 6000;
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

/**
 * Fills the disk to the last byte, until the browser gives nothing back any more of what it had done with.
 *
 * @param left bytes that are freed again
 */
async function fillDisk(left = 0): Promise<void> {
  const file = openSync(filler, "a");
  const chunk = new Uint8Array(65_536);
  for (let quietRounds = 0; quietRounds < 20; quietRounds++) {
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
  ftruncateSync(file, fstatSync(file).size - left);
  closeSync(file);
}

describe.skipIf(!isMounted)("on a disk that fills up", () => {
  const server = new PublisherServer();
  const session = useBrowser(server.site, {
    profile: join(disk, "profile"),
    asksPermissions: true,
  });
  let options: OptionsPage;
  const paths = {
    first: writeEdition(files, "first", ARTICLES, WEIGHT),
    second: writeEdition(files, "second", ARTICLES, WEIGHT),
  };
  beforeAll(async () => {
    options = await OptionsPage.open(session.browser);
    await options.add("News", [paths.first]);
    await options.waitForStories();
  });

  test("an update of a published data set ends with a clear message, and succeeds once there is space", async () => {
    const day = await publishedDay("2026-11-29", [record("https://harbour.example/29")]);
    // More than the browser can find room for by clearing up, and not to be compressed.
    const secured = randomBytes(4_000_000).toString("base64");
    const nextDay = await publishedDay("2026-11-30", [
      record("https://harbour.example/30", { secured }),
    ]);
    const dates = { published: "2026-11-30T04:00:00Z", expires: "2099-12-30T04:00:00Z" };
    server.publish([day], { ...dates, version: 1 });
    const published = await PublishedSection.open(session);
    await published.preview(MANIFEST_ADDRESS);
    await published.subscribe();
    server.publish([day, nextDay], { ...dates, version: 2 });

    // Chromium cannot open a database on a disk without a byte left.
    await fillDisk(1_000_000);
    const { inUse } = await published.updateNow();
    await expect
      .poll(() => published.trouble())
      .toBe(
        "There is not enough room on this device. Free some space, or choose less of it. What was there before stays in use.",
      );
    expect(inUse).toMatchObject({ version: 1, files: 1 });
    expect((await options.coverageOf("https://harbour.example/29")).kind).toBe("article");

    rmSync(filler);
    expect(await published.updateNow()).toMatchObject({ trouble: null, inUse: { version: 2 } });
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
