import { checksum } from "../hash.ts";
import { MAGIC } from "./layout.ts";

export const TRAILER_BYTES = 24;

/** Where the directory of a file is, and its checksum. */
export interface Trailer {
  readonly start: number;
  readonly length: number;
  readonly checksum: number;
}

/** The last bytes of a file, whose directory begins at `start`. */
export function encodeTrailer(start: number, directory: Uint8Array): Uint8Array<ArrayBuffer> {
  const trailer = new Uint8Array(TRAILER_BYTES);
  const view = new DataView(trailer.buffer);
  view.setBigUint64(0, BigInt(start));
  view.setUint32(8, directory.length);
  view.setUint32(12, checksum(directory));
  trailer.set(MAGIC, TRAILER_BYTES - MAGIC.length);
  return trailer;
}

/** What the last bytes of a file say; `null` when they are no trailer. */
export function decodeTrailer(bytes: Uint8Array): Trailer | null {
  if (bytes.length !== TRAILER_BYTES) return null;
  if (MAGIC.some((byte, i) => bytes[TRAILER_BYTES - MAGIC.length + i] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    start: Number(view.getBigUint64(0)),
    length: view.getUint32(8),
    checksum: view.getUint32(12),
  };
}

/** Bytes of a file, by its last ones; `null` when they are no trailer. */
export function sizeByTrailer(bytes: Uint8Array): number | null {
  const trailer = decodeTrailer(bytes);
  return trailer && trailer.start + trailer.length + TRAILER_BYTES;
}
