import { fnv1a } from "../hash.ts";

/** A block that is not as it was written. */
export class DamagedBlockError extends Error {
  constructor(name: string) {
    super(`block ${name} of the index is damaged`);
  }
}

const CHECKSUM_BYTES = 4;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** A value as bytes: four of checksum (`fnv1a`, big-endian), then JSON in UTF-8. */
export function encodeBlock(value: unknown): Uint8Array<ArrayBuffer> {
  const json = encoder.encode(JSON.stringify(value));
  const bytes = new Uint8Array(CHECKSUM_BYTES + json.length);
  bytes.set(json, CHECKSUM_BYTES);
  new DataView(bytes.buffer).setUint32(0, fnv1a(json));
  return bytes;
}

/**
 * The value of a block that this build of the extension wrote; the checksum vouches for it.
 *
 * @throws DamagedBlockError when the bytes are not as they were written
 */
export function decodeBlock<Value>(name: string, bytes: Uint8Array): Value {
  if (bytes.length < CHECKSUM_BYTES) throw new DamagedBlockError(name);
  const json = bytes.subarray(CHECKSUM_BYTES);
  const checksum = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (checksum !== fnv1a(json)) throw new DamagedBlockError(name);
  return JSON.parse(decoder.decode(json));
}
