import { DamagedBlockError } from "./block-codec.ts";

/** Compresses bytes to raw deflate. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new CompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  const [result] = await Promise.all([
    new Response(stream.readable).arrayBuffer(),
    writer.write(bytes).then(() => writer.close()),
  ]);
  return new Uint8Array(result);
}

/**
 * Decompresses raw deflate.
 *
 * @param name of the block that the bytes are from, for the error
 * @param limit bytes: a small file can be made to unpack to a thousand times its size
 * @throws DamagedBlockError when the bytes are not raw deflate, or unpack to more than `limit`
 */
export async function inflate(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  // Both fail where `reader` does, which reports it.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = stream.readable.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > limit) throw new RangeError("too long");
      chunks.push(next.value);
    }
  } catch {
    await reader.cancel().catch(() => undefined);
    throw new DamagedBlockError(name);
  }
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
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
 * @param name of the block that the bytes are from, for the error
 * @param limit bytes of the JSON
 * @throws DamagedBlockError when the bytes are not raw deflate, no JSON, or unpack to more than `limit`
 */
export async function inflateJson<Value>(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Value> {
  const json = decoder.decode(await inflate(name, bytes, limit));
  try {
    return JSON.parse(json);
  } catch {
    throw new DamagedBlockError(name);
  }
}
