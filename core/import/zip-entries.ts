import {
  configure,
  type Entry,
  type FileEntry,
  Reader,
  ZipReader,
} from "@zip.js/zip.js/lib/zip-core.js";
import type { ArchiveEntry } from "./archive-entries.ts";
import { CHANGED, ReadFault } from "./read-fault.ts";
import type { ReadRun } from "./read-run.ts";
import { writtenBytes } from "./written-bytes.ts";

// Packed bytes unpacked at a time; a packed run of zeros becomes a thousand times as much.
configure({ chunkSize: 32 * 1024, useWebWorkers: false });

/**
 * The files of a zip archive in the order of its directory. What they unpack to is counted.
 *
 * @throws ReadFault for an archive whose directory cannot be read
 */
export async function* zipEntries(
  blob: Blob,
  run: ReadRun,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const source = new BlobSource(blob, run);
  const zip = new ZipReader(source, { filenameValidation: "tolerant" });
  const entries = zip.getEntriesGenerator();
  for (;;) {
    const { done, value } = await entries.next().catch((error: unknown) => {
      throw faultOf(error, source, "input");
    });
    if (done) return;
    const isFile = !value.directory && !value.symlink;
    yield { path: value.filename, isFile, open: () => bodyOf(value, source, run) };
  }
}

async function* bodyOf(
  entry: Entry,
  source: BlobSource,
  run: ReadRun,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.encrypted) throw new ReadFault("expected a file without password; it is encrypted");
  if (entry.directory) return;
  const file: FileEntry = entry;
  try {
    const bytes = writtenBytes((sink, signal) =>
      file.getData(sink, { signal, checkCrc32: true, checkOverlappingEntry: true }),
    );
    for await (const chunk of bytes) {
      run.signal?.throwIfAborted();
      run.meter.count(chunk.length);
      yield chunk;
    }
  } catch (error) {
    run.signal?.throwIfAborted();
    throw faultOf(error, source, "member");
  }
}

/** Bytes read at once: a small file costs several reads, mostly next to each other. */
const WINDOW = 256 * 1024;

/** Reads parts of a blob for the unzipper, and remembers when that failed. */
class BlobSource extends Reader<Blob> {
  fault: ReadFault | null = null;
  readonly #blob: Blob;
  readonly #run: ReadRun;
  #window: Uint8Array = new Uint8Array(0);
  #start = 0;
  #read = 0;

  constructor(blob: Blob, run: ReadRun) {
    super(blob);
    this.#blob = blob;
    this.#run = run;
    this.size = blob.size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const isInWindow = index >= this.#start && index + length <= this.#start + this.#window.length;
    if (!isInWindow) {
      this.#window = await this.#bytes(index, Math.max(length, WINDOW));
      this.#start = index;
    }
    return new Uint8Array(this.#window.subarray(index - this.#start, index - this.#start + length));
  }

  async #bytes(index: number, length: number): Promise<Uint8Array> {
    const part = this.#blob.slice(index, index + length);
    const bytes = await part.arrayBuffer().catch(() => null);
    if (bytes === null || bytes.byteLength !== part.size) {
      this.fault = new ReadFault(CHANGED, "input");
      throw this.fault;
    }
    // Some parts are read twice; no more than the file is ever counted.
    const counted = Math.min(part.size, this.#blob.size - this.#read);
    this.#read += counted;
    this.#run.bytesRead += counted;
    return new Uint8Array(bytes);
  }
}

/** Reasons by the start of the unzipper's message. */
const REASONS: readonly (readonly [start: string, reason: string])[] = [
  ["End of central directory", "expected a whole zip archive; its directory at the end is missing"],
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
