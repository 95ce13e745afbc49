import type { Place } from "./archives/archive-entries.ts";
import { isIgnoredPath } from "./archives/member-path.ts";
import { readMember } from "./read-member.ts";
import { blobChunks } from "./run/blob-chunks.ts";
import { LIMITS } from "./run/limits.ts";
import type { InputFile, ReadEvent } from "./run/read-event.ts";
import type { ReadOptions } from "./run/read-options.ts";
import { ReadRun } from "./run/read-run.ts";
import { ReadFault } from "./text/read-fault.ts";

/**
 * Reads the records of files. Their formats, which are recognised by content, are those of `FORMATS`.
 *
 * Reads on only when the caller asks for the next event, and keeps no more than one record, or one Markdown file,
 * in memory. No data makes it throw: what cannot be used is reported.
 *
 * @throws AbortError (the signal's reason) once `signal` aborts
 */
export async function* readFiles(
  files: Iterable<InputFile> | AsyncIterable<InputFile>,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent, void, undefined> {
  const limits = { ...LIMITS, ...options.limits };
  const run = new ReadRun(limits, options);
  for await (const file of files) {
    run.signal?.throwIfAborted();
    yield* readFile(file, run);
    if (run.isFull) yield* run.batch();
  }
  run.signal?.throwIfAborted();
  run.rejectAbsentColumns();
  yield* run.batch();
  const columns = run.unusedColumns;
  if (columns.length > 0) yield { kind: "unused", columns };
}

async function* readFile(
  file: InputFile,
  run: ReadRun,
): AsyncGenerator<ReadEvent, void, undefined> {
  const { path, blob } = file;
  const folder = file.folder ?? path.slice(0, Math.max(0, path.indexOf("/")));
  const isAmongOthers = folder !== "";
  const before = run.bytesRead;
  if (isAmongOthers && isIgnoredPath(path.slice(folder.length))) run.skip(path);
  else
    try {
      run.meter.begin(blob.size);
      const place = { path, isAmongOthers, isInArchive: false, isInGzip: false };
      yield* readBlob(blob, place, run);
    } catch (error) {
      run.signal?.throwIfAborted();
      if (!(error instanceof ReadFault)) throw error;
      run.reject(path, error.line, error.message);
    }
  run.bytesRead = before + blob.size;
}

async function* readBlob(
  blob: Blob,
  place: Place,
  run: ReadRun,
): AsyncGenerator<ReadEvent, void, undefined> {
  const before = run.bytesRead;
  const bytes = blobChunks(blob, run.signal, (bytes) => {
    run.bytesRead += bytes;
  });
  yield* readMember(bytes, place, run, async (reader) => {
    await reader.close();
    run.bytesRead = before;
    return blob;
  });
}
