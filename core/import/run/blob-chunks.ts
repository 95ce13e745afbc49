import { CHANGED, ReadFault } from "../text/read-fault.ts";

/**
 * The bytes of a blob in chunks.
 *
 * @param onRead called with the number of bytes of each chunk
 * @throws ReadFault when the blob cannot be read, or has another number of bytes than its size tells
 * @throws the signal's reason when that aborts, even while a read is pending
 */
export async function* blobChunks(
  blob: Blob,
  signal: AbortSignal | undefined,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  signal?.throwIfAborted();
  const reader = blob.stream().getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener("abort", stop);
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new ReadFault(CHANGED, "input");
      });
      signal?.throwIfAborted();
      if (done) break;
      size += value.length;
      onRead(value.length);
      yield value;
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
  if (size !== blob.size) throw new ReadFault(CHANGED, "input");
}
