import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DAY } from "../../../core/durations.ts";

const PREFIX = "second-source-publish-";
/** As `mkdtemp` completes the prefix. */
const NAME = new RegExp(`^${PREFIX}[A-Za-z0-9]{6}$`);
/** After this long without a change, a folder is one of a run that was killed, ms. */
const LEFT_AFTER = DAY;

/** Makes a folder for temporary files, and removes those that runs left which could not tidy up. */
export function makeScratchFolder(): string {
  const parent = tmpdir();
  const folder = mkdtempSync(join(parent, PREFIX));
  // The file system's clock, which is the one of the other folders, too.
  const { mtimeMs: now, uid } = statSync(folder);
  for (const name of readdirSync(parent)) {
    if (!NAME.test(name)) continue;
    const path = join(parent, name);
    const info = statSync(path, { throwIfNoEntry: false });
    const isLeft = info?.isDirectory() === true && info.uid === uid;
    if (isLeft && now - info.mtimeMs > LEFT_AFTER) rmSync(path, { recursive: true, force: true });
  }
  return folder;
}
