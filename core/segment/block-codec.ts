import { checksum } from "../hash.ts";

/** Thrown for a block whose bytes are not as they were written. */
export class DamagedBlockError extends Error {
  readonly block: string;
  constructor(name: string) {
    super(`block ${name} is damaged`);
    this.block = name;
  }
}

const CHECKSUM_BYTES = 4;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Puts a checksum (`checksum`, four bytes, big-endian) in front of some bytes. */
export function sealBytes(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(CHECKSUM_BYTES + content.length);
  bytes.set(content, CHECKSUM_BYTES);
  new DataView(bytes.buffer).setUint32(0, checksum(content));
  return bytes;
}

/**
 * Checks and removes the checksum that `sealBytes` has added.
 *
 * @throws DamagedBlockError when the bytes are not as they were written
 */
export function unsealBytes<Memory extends ArrayBufferLike>(
  name: string,
  bytes: Uint8Array<Memory>,
): Uint8Array<Memory> {
  if (bytes.length < CHECKSUM_BYTES) throw new DamagedBlockError(name);
  const content = bytes.subarray(CHECKSUM_BYTES);
  const stored = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (stored !== checksum(content)) throw new DamagedBlockError(name);
  return content;
}

/** A value as JSON in UTF-8, sealed. */
export function encodeBlock(value: unknown): Uint8Array<ArrayBuffer> {
  return sealBytes(encoder.encode(JSON.stringify(value)));
}

/**
 * The value of a block that `encodeBlock` has written. Its shape is not checked: the checksum shows that it is
 * what was written.
 *
 * @throws DamagedBlockError when the bytes are not as they were written
 */
export function decodeBlock<Value>(name: string, bytes: Uint8Array): Value {
  return JSON.parse(decoder.decode(unsealBytes(name, bytes)));
}
