/**
 * Turns what a function writes into a stream into an iteration of chunks. The function waits until the next chunk
 * is asked for.
 *
 * @param write writes to the stream and resolves when it is done; the signal aborts when the iteration is left
 * @throws what `write` throws, after the bytes that it wrote before
 */
export async function* writtenBytes(
  write: (sink: WritableStream<Uint8Array>, signal: AbortSignal) => Promise<unknown>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const stop = new AbortController();
  const waiting: Uint8Array[] = [];
  let onChange = Promise.withResolvers<void>();
  let onTaken = Promise.withResolvers<void>();
  let isDone = false;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      waiting.push(chunk);
      onTaken = Promise.withResolvers();
      onChange.resolve();
      return onTaken.promise;
    },
  });
  const writing = write(sink, stop.signal).finally(() => {
    isDone = true;
    onChange.resolve();
  });
  writing.catch(() => undefined); // awaited below, unless the iteration is left early
  try {
    while (!isDone || waiting.length > 0) {
      await onChange.promise;
      onChange = Promise.withResolvers();
      for (let chunk = waiting.shift(); chunk !== undefined; chunk = waiting.shift()) {
        yield chunk;
        onTaken.resolve();
      }
    }
    await writing;
  } finally {
    stop.abort();
    onTaken.resolve();
  }
}
