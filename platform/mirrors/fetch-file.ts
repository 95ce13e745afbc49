import { sha256 } from "@noble/hashes/sha2.js";
import { fileAddress } from "../../core/published/published-address.ts";
import type { PublishedFile } from "../../core/published/published-manifest.ts";
import type { Refusal } from "../../core/published/refusal.ts";
import { fileRefusal } from "../../core/published/trust.ts";
import { type FetchDeps, fetchFile, type NothingTaken } from "./fetch-published.ts";
import type { MirrorFiles } from "./mirror-files.ts";

/** Times that a file is asked for again after its connection was cut, as long as each try brings something. */
const MOST_TRIES = 5;
/** Bytes that are hashed at once of what is there. */
const HASHED_AT_ONCE = 1_048_576;

/** A file of a mirror, and what it takes to fetch it. */
export interface FileDeps extends FetchDeps {
  readonly files: MirrorFiles;
}

export interface WantedFile {
  /** Id of the subscription, and the address of its manifest. */
  readonly id: string;
  readonly address: string;
  readonly file: PublishedFile;
  readonly signal: AbortSignal;
  /** Called with the bytes of the file that are there by now. */
  onBytes(bytes: number): void;
}

/**
 * Brings a file to its end and verifies its hash, without looking at its content. What was fetched before is not fetched
 * again where the server can send the rest. A file that is not as declared is deleted; one whose connection was cut is
 * kept as far as it came.
 *
 * @returns `null` when the file is there as it is declared
 * @throws QuotaExceededError, and when `signal` is aborted
 */
export async function completeFile(
  wanted: WantedFile,
  deps: FileDeps,
): Promise<NothingTaken | null> {
  for (let tries = 1; ; tries++) {
    const before = await deps.files.size(wanted.id, wanted.file.name, "fetched");
    const taken = await fetchOnce(wanted, deps);
    if (taken === null || tries === MOST_TRIES) return taken;
    if (taken.kind === "failed") {
      const after = await deps.files.size(wanted.id, wanted.file.name, "fetched");
      if (taken.failure !== "unreachable" || after <= before) return taken;
    } else if (before === 0 || !isOfContent(taken.refusal)) return taken;
    // Else the start, from an earlier try, was not that of this file: once more, from the first byte on.
  }
}

/** Whether a file may be another than its start that was kept. */
function isOfContent({ code }: Refusal): boolean {
  return code === "other-hash" || code === "file-too-large" || code === "file-too-small";
}

async function fetchOnce(wanted: WantedFile, deps: FileDeps): Promise<NothingTaken | null> {
  const { id, address, file, signal, onBytes } = wanted;
  const { files } = deps;
  const { name } = file;
  let writer = await files.writer(id, name, "fetched");
  if (writer.bytes > file.bytes) {
    await files.removeFile(id, name);
    writer = await files.writer(id, name, "fetched");
  }
  let hash = await hashOf(wanted, deps, writer.bytes);
  if (writer.bytes < file.bytes) {
    const taker = {
      from: writer.bytes,
      etag: await files.readNote(id, name, "etag"),
      async begin(from: number, etag: string | null) {
        if (from === 0 && writer.bytes > 0) {
          await files.removeFile(id, name);
          writer = await files.writer(id, name, "fetched");
          hash = sha256.create();
        }
        if (etag !== null) await files.writeNote(id, name, "etag", etag);
      },
      async take(bytes: Uint8Array<ArrayBuffer>) {
        hash.update(bytes);
        await writer.write(bytes);
        onBytes(writer.bytes);
        return writer.bytes <= file.bytes;
      },
    };
    let taken: Awaited<ReturnType<typeof fetchFile>>;
    try {
      taken = await fetchFile(fileAddress(address, name), taker, signal, deps);
    } finally {
      // Also when the user stops it: the next time begins here.
      await writer.flush();
    }
    if (taken.kind !== "whole") return taken;
  }
  const refusal = fileRefusal(file, { bytes: writer.bytes, sha256: toHex(hash.digest()) });
  if (refusal === null) return null;
  await files.removeFile(id, name);
  return { kind: "refused", refusal };
}

async function hashOf(
  { id, file, signal }: WantedFile,
  { files }: FileDeps,
  size: number,
): Promise<ReturnType<typeof sha256.create>> {
  const hash = sha256.create();
  if (size === 0) return hash;
  const read = await files.reader(id, file.name, "fetched");
  for (let at = 0; at < size; at += HASHED_AT_ONCE) {
    signal.throwIfAborted();
    hash.update(await read(at, Math.min(size, at + HASHED_AT_ONCE)));
  }
  return hash;
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
