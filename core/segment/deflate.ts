/** Compresses bytes to raw deflate. */
export function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return through(new CompressionStream("deflate-raw"), bytes);
}

/**
 * Decompresses raw deflate.
 *
 * @throws TypeError when the bytes are not raw deflate
 */
export function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return through(new DecompressionStream("deflate-raw"), bytes);
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

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = stream.writable.getWriter();
  const [result] = await Promise.all([
    new Response(stream.readable).arrayBuffer(),
    writer.write(bytes).then(() => writer.close()),
  ]);
  return new Uint8Array(result);
}
