import { configure, type Entry, type FileEntry, ZipReader } from "@zip.js/zip.js/lib/zip-core.js";
import { BlobSource } from "../run/blob-source.ts";
import type { ReadRun } from "../run/read-run.ts";
import { ReadFault } from "../text/read-fault.ts";
import type { ArchiveEntry } from "./archive-entries.ts";
import { withDirectory } from "./cut-zip.ts";
import { writtenBytes } from "./written-bytes.ts";

// The number of packed bytes that are unpacked at once. Packed zeros become a thousand times as many bytes.
configure({ chunkSize: 32 * 1024, useWebWorkers: false });

/**
 * The files of a zip archive in the order of its directory; of a truncated archive those before the cut, and then the
 * fault. Counts what they unpack to.
 *
 * @throws ReadFault for an archive whose directory cannot be read
 */
export async function* zipEntries(
  blob: Blob,
  run: ReadRun,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const before = run.bytesRead;
  const source = new BlobSource(blob, run);
  try {
    yield* listedEntries(source, run);
  } catch (error) {
    if (!(error instanceof ReadFault) || error.message !== NO_DIRECTORY) throw error;
    const repaired = await withDirectory(blob, source, run.limits.entries);
    run.bytesRead = before;
    yield* listedEntries(new BlobSource(repaired.blob, run), run, repaired.whole);
    throw error;
  }
}

/** @param whole the number of complete files */
async function* listedEntries(
  source: BlobSource,
  run: ReadRun,
  whole = Number.POSITIVE_INFINITY,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const zip = new ZipReader(source, { filenameValidation: "tolerant" });
  const entries = zip.getEntriesGenerator();
  for (let index = 0; ; index++) {
    const { done, value } = await entries.next().catch((error: unknown) => {
      throw faultOf(error, source, "input");
    });
    if (done) return;
    const isFile = !value.directory && !value.symlink;
    const open = () => bodyOf(value, source, run, index >= whole);
    yield { path: value.filename, isFile, open };
  }
}

async function* bodyOf(
  entry: Entry,
  source: BlobSource,
  run: ReadRun,
  isCut: boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.encrypted) throw new ReadFault("expected a file without password; it is encrypted");
  if (entry.directory) return;
  const file: FileEntry = entry;
  try {
    const bytes = writtenBytes((sink, signal) =>
      file.getData(sink, {
        signal,
        checkCrc32: true,
        checkOverlappingEntry: true,
        // The header of a truncated file cannot agree with the new directory.
        ...(isCut && { checkLocalDirectory: false }),
      }),
    );
    for await (const chunk of bytes) {
      run.signal?.throwIfAborted();
      run.meter.count(chunk.length);
      yield chunk;
    }
  } catch (error) {
    run.signal?.throwIfAborted();
    const fault = faultOf(error, source, "member");
    if (!isCut || error instanceof ReadFault || fault === source.fault) throw fault;
    throw new ReadFault("expected the rest of the file; the archive is cut off");
  }
}

const NO_DIRECTORY = "expected a whole zip archive; its directory at the end is missing";

/** Our reasons by the start of the message of zip.js. */
const REASONS: readonly (readonly [start: string, reason: string])[] = [
  ["End of central directory", NO_DIRECTORY],
  ["File format is not", NO_DIRECTORY], // too short for one
  ["Central directory", "expected a whole zip archive; its directory is damaged"],
  ["File contains encrypted", "expected a file without password; it is encrypted"],
  ["Compression method", "expected a file that is stored or packed with Deflate"],
  ["Overlapping entry", "expected entries that do not overlap"],
];

function faultOf(error: unknown, source: BlobSource, scope: "member" | "input"): unknown {
  if (source.fault !== null) return source.fault;
  if (error instanceof ReadFault || !(error instanceof Error) || error.name === "AbortError")
    return error;
  const reason = REASONS.find(([start]) => error.message.startsWith(start))?.[1];
  return new ReadFault(reason ?? `damaged zip archive: ${error.message}`, scope);
}
