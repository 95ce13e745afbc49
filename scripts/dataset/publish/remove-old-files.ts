import { DAY } from "../../../core/durations.ts";
import type { PublishedManifest } from "../../../core/published/published-manifest.ts";
import type { PublishFolder } from "./publish-folder.ts";

/**
 * How long a file is kept after it left the manifest, ms. A subscriber may have begun a mirror with the manifest
 * before; two days are enough for one over a slow line, and little beside what the files of a data set take.
 */
const KEPT_FOR = 2 * DAY;

/**
 * Removes files that are in no manifest any longer, and what is left of runs that were interrupted.
 *
 * @param now ms since 1970
 * @returns how many files were removed
 */
export function removeOldFiles(
  folder: PublishFolder,
  { files }: Pick<PublishedManifest, "files">,
  now: number,
): number {
  const named = new Set(files.map(({ name }) => name));
  const goneBefore = folder.readGoneSince();
  const goneSince: Record<string, number> = {};
  let removed = 0;
  for (const name of folder.fileNames()) {
    if (named.has(name)) continue;
    const since = goneBefore[name] ?? now;
    if (now - since >= KEPT_FOR) {
      folder.removeFile(name);
      removed++;
    } else goneSince[name] = since;
  }
  folder.writeGoneSince(goneSince);
  if (removed > 0)
    for (const content of folder.notes()) {
      const note = folder.readNote(content);
      if (note === null || !folder.hasFile(note.file)) folder.removeNote(content);
    }
  return removed;
}
