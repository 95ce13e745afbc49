import type { ReadEvent } from "../run/read-event.ts";
import type { ReadRun } from "../run/read-run.ts";
import { ReadFault } from "../text/read-fault.ts";
import { isIgnoredPath, isUnsafe } from "./member-path.ts";

/** An entry of an archive. */
export interface ArchiveEntry {
  readonly path: string;
  /** False for links, devices and folders, which are not read. */
  readonly isFile: boolean;
  /** Its bytes; can be called once. The iteration throws `ReadFault`. */
  open(): AsyncIterable<Uint8Array>;
}

/** Where a stream of bytes is found. */
export interface Place {
  readonly path: string;
  /** Whether it is in a folder or an archive with other files. Such a file may be something else than data. */
  readonly isAmongOthers: boolean;
  readonly isInArchive: boolean;
  readonly isInGzip: boolean;
}

/** Reads the bytes of one entry. */
export type ReadEntry = (
  bytes: AsyncIterable<Uint8Array>,
  place: Place,
  run: ReadRun,
) => AsyncGenerator<ReadEvent, void, undefined>;

/**
 * Reads the files of an archive one after the other. A file that cannot be read is rejected by itself.
 *
 * @throws ReadFault when the archive as a whole cannot be read any further
 */
export async function* readEntries(
  entries: AsyncIterable<ArchiveEntry>,
  archive: Place,
  run: ReadRun,
  readEntry: ReadEntry,
): AsyncGenerator<ReadEvent, void, undefined> {
  let count = 0;
  let files = 0;
  for await (const entry of entries) {
    run.signal?.throwIfAborted();
    if (++count > run.limits.entries)
      throw new ReadFault(`expected at most ${run.limits.entries} files in an archive`, "input");
    const member = entry.path.replace(/^(?:\.\/)+/, "");
    const path = `${archive.path}/${member.replaceAll("\0", "\\0")}`;
    if (entry.isFile) files++;
    if (isUnsafe(member)) run.reject(path, null, "expected a path inside the archive");
    else if (entry.isFile && isIgnoredPath(member)) run.skip(path);
    else if (entry.isFile) {
      const place = { path, isAmongOthers: true, isInArchive: true, isInGzip: false };
      try {
        yield* readEntry(entry.open(), place, run);
      } catch (error) {
        if (!(error instanceof ReadFault) || error.scope !== "member") throw error;
        run.reject(path, error.line, error.message);
      }
    }
    if (run.isFull) yield* run.batch();
  }
  if (files === 0) run.empty(archive.path, archive.isAmongOthers);
}
