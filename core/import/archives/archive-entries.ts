import type { ReadEvent } from "../run/read-event.ts";
import type { ReadRun } from "../run/read-run.ts";
import { ReadFault } from "../text/read-fault.ts";
import { isPassedOver, isUnsafe } from "./member-path.ts";

/** One entry of an archive's list. */
export interface ArchiveEntry {
  readonly path: string;
  /** Links, devices and folders are nothing to read. */
  readonly isFile: boolean;
  /** Its bytes, once. Throws `ReadFault`. */
  open(): AsyncIterable<Uint8Array>;
}

/** Where a stream of bytes comes from. */
export interface Place {
  readonly path: string;
  /** Whether it lies about with other files, in a folder or an archive: then it need not be data. */
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
 * Reads the files of an archive one after the other. One that cannot be read is rejected by itself.
 *
 * @throws ReadFault when the archive as a whole cannot be read on
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
    else if (entry.isFile && isPassedOver(member)) run.skip(path);
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
