/**
 * The most bytes that a block has decompressed. A source block has about 100 kB; the outlets of a data set are the
 * largest, 50 bytes each. A published file is data from outside, and deflate makes a thousand bytes out of one.
 */
const MAX_INFLATED_BYTES = 64_000_000;

/** Compresses bytes to raw deflate. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new CompressionStream("deflate-raw");
  const [result] = await Promise.all([
    new Response(stream.readable).arrayBuffer(),
    feed(stream, bytes),
  ]);
  return new Uint8Array(result);
}

/**
 * Decompresses raw deflate.
 *
 * @throws TypeError when the bytes are not raw deflate
 * @throws RangeError when they would be more than `MAX_INFLATED_BYTES`
 */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new DecompressionStream("deflate-raw");
  let size = 0;
  const limit = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > MAX_INFLATED_BYTES) throw new RangeError("too many bytes decompressed");
      controller.enqueue(chunk);
    },
  });
  const [result] = await Promise.all([
    new Response(stream.readable.pipeThrough(limit)).arrayBuffer(),
    feed(stream, bytes),
  ]);
  return new Uint8Array(result);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A value as JSON, compressed to raw deflate. */
export function deflateJson(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  return deflate(encoder.encode(JSON.stringify(value)));
}

/**
 * The value that `deflateJson` has compressed. Its shape is not checked.
 *
 * @throws TypeError when the bytes are not raw deflate
 */
export async function inflateJson<Value>(bytes: Uint8Array<ArrayBuffer>): Promise<Value> {
  return JSON.parse(decoder.decode(await inflate(bytes)));
}

async function feed(
  { writable }: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const writer = writable.getWriter();
  await writer.write(bytes);
  await writer.close();
}
