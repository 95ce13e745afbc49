import { createTarDecoder, type ParsedTarEntry } from "modern-tar";
import { ReadFault } from "../text/read-fault.ts";
import type { ArchiveEntry } from "./archive-entries.ts";

/**
 * The entries of a tar archive (ustar, pax, GNU and older) as a stream. Entries that are not opened are skipped.
 *
 * @throws ReadFault for a damaged or incomplete archive
 */
export async function* tarEntries(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  // An error of the source must not reach the decoder, which would drop what it has buffered. It is kept, and
  // thrown when the decoder finds the archive incomplete.
  let fault: unknown = null;
  const throwFault = (error: unknown): never => {
    throw fault ?? faultOf(error);
  };
  const source = streamOf(bytes, (reason) => {
    fault = reason;
  });
  const entries = source.pipeThrough(createTarDecoder({ strict: true })).getReader();
  try {
    for (;;) {
      const { done, value } = await entries.read().catch(throwFault);
      if (done) break;
      yield {
        path: value.header.name,
        isFile: value.header.type === "file" || value.header.type === undefined,
        open: () => bodyOf(value, throwFault),
      };
      if (!value.body.locked) await value.body.cancel().catch(throwFault);
    }
    if (fault !== null) throw fault;
  } finally {
    entries.cancel().catch(() => undefined);
  }
}

async function* bodyOf(
  { body }: ParsedTarEntry,
  throwFault: (error: unknown) => never,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(throwFault);
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

/** An error of the decoder as a `ReadFault` of the archive. */
function faultOf(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === "AbortError") return error;
  const isCut = /truncated/.test(error.message);
  const message = isCut
    ? "expected the rest of the tar archive; the file is cut off"
    : `damaged tar archive: ${error.message.replace(/\.$/, "")}`;
  return new ReadFault(message, "input");
}

/** Like `ReadableStream.from`, which Chromium does not have; but an error of the bytes ends the stream. */
function streamOf(
  bytes: AsyncIterable<Uint8Array>,
  onFault: (reason: unknown) => void,
): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  let isCancelled = false;
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next().catch((reason: unknown) => {
        onFault(reason);
        return null;
      });
      if (isCancelled) return;
      if (next === null || next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      isCancelled = true;
      await iterator.return?.();
    },
  });
}
