/**
 * FNV-1a, 32 bits: spreads names over buckets and tells damaged blocks. Not for adversaries.
 *
 * Source: draft-eastlake-fnv (offset basis 2166136261, prime 16777619).
 */
export function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

const encoder = new TextEncoder();

/** `fnv1a` of a text's UTF-8 bytes. */
export function hashText(text: string): number {
  return fnv1a(encoder.encode(text));
}
